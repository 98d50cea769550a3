"use strict";
// The map's viewer: vis-network draws symbols and ties, this file everything around them, and keeps map, card and table
// together. Texts only ever go through textContent and fillText.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const INK = "#111827", PAPER = "#FFFFFF", FONT = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', sans-serif";
  const LEAST = { label: 10, heading: 11.5, badge: 7.5 }, MOST = { label: 15, heading: 21, badge: 13 }; // on the screen
  const LINE = 1.45, MARKED = "#FFD54A";
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const glide = (duration) => (calm ? false : { duration, easingFunction: "easeInOutQuad" });
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const one = (selector) => document.querySelector(selector);
  const byRank = data.names.map((name, place) => place).sort((a, b) => data.names[a].rank - data.names[b].rank);
  const tied = data.nodes.map(() => []);
  for (const edge of data.edges) { tied[edge.from].push(edge.to); tied[edge.to].push(edge.from); }
  const marked = { node: null, gap: null };

  // ---- drawing: every size is in map units; `scale` is pixels a unit -------------------------------------------------

  const SCREEN = {
    size: (kind, scale) => Math.min(Math.max(data.sizes[kind] * scale, LEAST[kind]), MOST[kind]) / scale,
    line: (scale) => 1 / Math.min(Math.max(scale, 0.6), 4) ** 0.7, // thicker as the map grows, but not as fast
    marks: true, follows: true,
  };
  const SHEET = { size: (kind) => data.sizes[kind], line: () => 1, marks: false, follows: false };

  function circle(ctx, x, y, radius) { ctx.beginPath(); ctx.arc(x, y, radius, 0, 2 * Math.PI); }

  function drawHull(ctx, hull, line) {
    circle(ctx, hull.x, hull.y, hull.radius);
    ctx.fillStyle = hull.colour;
    ctx.globalAlpha = hull.missing ? 0.02 : 0.055;
    ctx.fill();
    if (hull.hatched) drawHatch(ctx, hull, line);
    circle(ctx, hull.x, hull.y, hull.radius);
    ctx.globalAlpha = hull.missing ? 0.75 : 0.45;
    ctx.strokeStyle = hull.colour;
    ctx.lineWidth = (hull.missing ? 1.6 : 1.3) * line;
    ctx.setLineDash(hull.missing || hull.hatched ? [7 * line, 5 * line] : []);
    ctx.stroke();
  }

  function drawHatch(ctx, hull, line) {
    ctx.save();
    ctx.clip();
    ctx.beginPath();
    for (let off = -2 * hull.radius; off < 2 * hull.radius; off += 9) {
      ctx.moveTo(hull.x + off - hull.radius, hull.y + hull.radius);
      ctx.lineTo(hull.x + off + hull.radius, hull.y - hull.radius);
    }
    ctx.globalAlpha = 0.16;
    ctx.strokeStyle = hull.colour;
    ctx.lineWidth = line;
    ctx.stroke();
    ctx.restore();
  }

  function drawText(ctx, text, x, y, size, colour, weight) {
    ctx.font = `${weight} ${size}px ${FONT}`;
    ctx.lineWidth = size * 0.3;
    ctx.strokeStyle = PAPER;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }

  function drawGap(ctx, gap, line) {
    ctx.lineCap = "butt";
    if (gap.line) {
      const { x1, y1, x2, y2, bend } = gap.line;
      ctx.beginPath();
      ctx.moveTo(x1, y1);
      ctx.quadraticCurveTo((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1), x2, y2);
      for (const [colour, width, dashes] of [[PAPER, 5, []], [INK, 2, [8 * line, 6 * line]]]) {
        ctx.setLineDash(dashes);
        ctx.strokeStyle = colour;
        ctx.globalAlpha = colour === PAPER ? 0.75 : 1;
        ctx.lineWidth = width * line;
        ctx.stroke();
      }
    }
    for (const place of gap.ringed) drawRing(ctx, place, gap.dashed, line);
  }

  function drawRing(ctx, place, dashed, line) {
    const node = data.nodes[place];
    ctx.strokeStyle = INK;
    ctx.globalAlpha = 1;
    circle(ctx, node.x, node.y, data.names[place].reach + 4);
    ctx.lineWidth = 1.6 * line;
    ctx.setLineDash(dashed ? [3.5 * line, 2.5 * line] : []);
    ctx.stroke();
  }

  function drawBadge(ctx, badge, scale, isMarked) {
    const radius = badge.w / 2;
    ctx.setLineDash([]);
    circle(ctx, badge.x, badge.y, radius + (isMarked ? 4 : 1.5) / scale);
    ctx.fillStyle = isMarked ? MARKED : PAPER;
    ctx.fill();
    circle(ctx, badge.x, badge.y, radius);
    ctx.fillStyle = INK;
    ctx.fill();
    ctx.fillStyle = PAPER;
    ctx.font = `700 ${radius * 1.25}px ${FONT}`;
    ctx.fillText(String(badge.number), badge.x, badge.y + radius * 0.06);
  }

  function drawMarkedNode(ctx, scale) {
    if (marked.node === null) return;
    const node = data.nodes[marked.node];
    ctx.setLineDash([]);
    for (const [colour, off, width] of [[MARKED, 4, 4], [INK, 6.5, 1.5]]) {
      circle(ctx, node.x, node.y, data.names[marked.node].reach + off / scale);
      ctx.strokeStyle = colour;
      ctx.lineWidth = width / scale;
      ctx.stroke();
    }
  }

  // ---- names: at the size of the sheet those the model has room for; at any other size tested anew ---------------------

  const touches = (a, b, air) => Math.abs(a.x - b.x) < (a.w + b.w) / 2 + air && Math.abs(a.y - b.y) < (a.h + b.h) / 2 + air;

  function coversSymbol(box, view) {
    return view.some((place) => {
      const node = data.nodes[place];
      const across = Math.max(Math.abs(node.x - box.x) - box.w / 2, 0), down = Math.max(Math.abs(node.y - box.y) - box.h / 2, 0);
      return Math.hypot(across, down) < data.names[place].reach;
    });
  }

  // Larger than on the sheet, headings may meet: then one goes under its disc, or into it.
  function headingBoxes(ctx, size) {
    const boxes = [];
    ctx.font = `700 ${size}px ${FONT}`;
    for (const hull of data.hulls) {
      const label = hull.heading, w = ctx.measureText(label.text).width, h = size * LINE, over = label.y < hull.y;
      const near = label.y + ((over ? 1 : -1) * (label.height - h)) / 2, opposite = hull.y + (over ? 1 : -1) * (hull.radius + h / 2);
      const candidates = [near, opposite, hull.y].map((y) => (
        { x: within(label.x, w, data.width), y: within(y, h, data.height), w, h, size, hull }
      ));
      boxes.push(candidates.find((box) => !boxes.some((other) => touches(box, other, 0))) || candidates[0]);
    }
    return boxes;
  }

  // A badge larger than on the sheet steps aside for a heading and stays in the picture.
  function badgeBoxes(radius, headings) {
    return data.gaps.flatMap((gap, place) => gap.badges.map(([x, y]) => {
      const w = 2 * radius, box = { x: within(x, w, data.width), y: within(y, w, data.height), w, h: w, place, number: gap.number };
      const other = headings.find((heading) => touches(heading, box, 1));
      if (other) box.x = other.x + (box.x < other.x ? -1 : 1) * (other.w / 2 + radius * 1.2);
      return box;
    }));
  }

  const within = (middle, room, whole) => Math.min(Math.max(middle, room / 2), Math.max(whole - room / 2, room / 2));

  function places(place, w, h) {
    const { x, y } = data.nodes[place], reach = data.names[place].reach, down = reach + 2 + h / 2, side = reach + 3 + w / 2;
    const slide = w / 2 - reach, at = data.names[place].at;
    const around = [[0, down], [0, -down], [side, 0], [-side, 0], [slide, down], [-slide, down], [slide, -down], [-slide, -down]];
    return [...(at ? [at] : []), ...around.map(([across, height]) => [x + across, y + height])];
  }

  const inOtherHull = (box, own) => data.hulls.some((hull) => {
    const across = Math.max(Math.abs(hull.x - box.x) - box.w / 2, 0), down = Math.max(Math.abs(hull.y - box.y) - box.h / 2, 0);
    return hull.group !== own && Math.hypot(across, down) < hull.radius;
  });

  function nameBoxes(ctx, size, taken, seen) {
    const h = size * LINE, grown = size / data.sizes.label, asPromised = Math.abs(grown - 1) < 0.01;
    const visible = (place) => {
      const node = data.nodes[place];
      return node.x > seen.left && node.x < seen.right && node.y > seen.top && node.y < seen.bottom;
    };
    const view = byRank.filter(visible), boxes = [], kept = [...taken];
    ctx.font = `400 ${size}px ${FONT}`;
    for (const place of view) {
      const { text, at, group } = data.names[place];
      if (grown > 0.99 && !at) continue;
      const w = ctx.measureText(text).width;
      const candidates = asPromised ? [at] : places(place, w, h);
      const inPicture = (box) => box.x === within(box.x, w, data.width) && box.y === within(box.y, h, data.height);
      const free = (box) => asPromised || (inPicture(box) && !inOtherHull(box, group)
        && !kept.some((other) => touches(box, other, 1)) && !coversSymbol(box, view));
      const box = candidates.map(([x, y]) => ({ x, y, w, h, size, text })).find(free);
      if (box) { boxes.push(box); kept.push(box); }
    }
    return boxes;
  }

  // ---- one map in one element -------------------------------------------------------------------------------------------

  function mapIn(element, medium) {
    const options = { ...data.options, autoResize: medium.follows, width: "100%", height: "100%" };
    const network = new vis.Network(element, { nodes: data.nodes, edges: data.edges }, options);
    let names = { key: "", boxes: [] };
    const fitting = () => Math.min(element.clientWidth / data.width, element.clientHeight / data.height);
    network.on("beforeDrawing", (ctx) => {
      ctx.save();
      data.hulls.forEach((hull) => drawHull(ctx, hull, medium.line(network.getScale())));
      ctx.restore();
    });
    network.on("afterDrawing", (ctx) => {
      const scale = network.getScale();
      ctx.save();
      ctx.textAlign = "center";
      ctx.textBaseline = "middle";
      ctx.lineJoin = "round";
      data.apart.forEach((place) => drawRing(ctx, place, true, medium.line(scale)));
      data.gaps.forEach((gap) => drawGap(ctx, gap, medium.line(scale)));
      const headings = headingBoxes(ctx, medium.size("heading", scale));
      const badges = badgeBoxes(medium.size("badge", scale), headings);
      const corner = network.DOMtoCanvas({ x: 0, y: 0 });
      const opposite = network.DOMtoCanvas({ x: element.clientWidth, y: element.clientHeight });
      const key = [scale, corner.x, corner.y].map((value) => value.toFixed(2)).join();
      if (names.key !== key) {
        const seen = { left: corner.x, top: corner.y, right: opposite.x, bottom: opposite.y };
        names = { key, boxes: nameBoxes(ctx, medium.size("label", scale), [...headings, ...badges], seen) };
      }
      names.boxes.forEach((box) => drawText(ctx, box.text, box.x, box.y, box.size, INK, 400));
      headings.forEach((box) => drawText(ctx, box.hull.heading.text, box.x, box.y, box.size, box.hull.heading_colour, 700));
      if (medium.marks) drawMarkedNode(ctx, scale);
      badges.forEach((badge) => drawBadge(ctx, badge, scale, medium.marks && badge.place === marked.gap));
      ctx.restore();
    });
    const fit = (animation) => {
      const scale = fitting(); // 0 while the map is hidden, as on paper
      if (scale > 0) network.moveTo({ position: { x: data.width / 2, y: data.height / 2 }, scale, animation: animation || false });
    };
    let drawn = 1;
    // vis-network widens ties with the zoom; each change goes through all of them, so small ones are let pass.
    const thin = () => {
      if (!(fitting() > 0)) return;
      const width = medium.line(network.getScale());
      if (Math.abs(width / drawn - 1) < 0.15 || data.edges.length > 6000) return;
      drawn = width;
      network.setOptions({ edges: { width, selectionWidth: width } });
    };
    fit();
    return { network, fit, fitting, thin };
  }

  // ---- the page around it -----------------------------------------------------------------------------------------------

  function start() {
    const element = one("#map"), view = mapIn(element, SCREEN), network = view.network;
    const frame = element.querySelector(".vis-network"), canvas = element.querySelector("canvas");
    let fitted = true;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-labelledby", "summary");
    frame.setAttribute("role", "group");
    frame.setAttribute("aria-labelledby", "summary");
    frame.setAttribute("aria-describedby", "keys");

    const zoom = (factor, animate) => {
      fitted = factor === 0;
      if (fitted) return view.fit(glide(200));
      const least = view.fitting(), scale = Math.min(Math.max(network.getScale() * factor, least), least * 12);
      const { x, y } = marked.node === null ? network.getViewPosition() : data.nodes[marked.node];
      return network.moveTo({ position: { x, y }, scale, animation: animate ? glide(150) : false });
    };
    const move = (across, down) => {
      const at = network.getViewPosition(), step = 80 / network.getScale();
      fitted = false;
      network.moveTo({ position: { x: at.x + across * step, y: at.y + down * step }, animation: false });
    };
    const show = (x, y) => {
      const at = network.canvasToDOM({ x, y });
      const seen = at.x > 20 && at.y > 20 && at.x < element.clientWidth - 20 && at.y < element.clientHeight - 20;
      if (!seen) network.moveTo({ position: { x, y }, animation: glide(250) });
    };

    function select(place, gap) {
      marked.node = place;
      marked.gap = gap === undefined ? null : gap;
      network.selectNodes(place === null ? [] : [place]);
      all("tr[data-row]").forEach((row) => {
        const chosen = Number(row.dataset.row) === place;
        row.classList.toggle("selected", chosen);
        row.ariaCurrent = chosen ? "true" : null;
      });
      all("button[data-gap]").forEach((button) => button.classList.toggle("selected", Number(button.dataset.gap) === marked.gap));
      fillCard(place);
      if (place !== null) show(data.nodes[place].x, data.nodes[place].y);
      network.redraw();
    }

    function fillCard(place) {
      const card = one("#card");
      card.hidden = place === null;
      if (place === null) return;
      const cells = Array.from(one(`tr[data-row="${place}"]`).cells).map((cell) => cell.textContent.trim());
      const heads = all("thead th").map((cell) => cell.textContent.trim());
      card.querySelector("h2").textContent = cells[0];
      const facts = cells.slice(1).flatMap((cell, at) => [["dt", heads[at + 1]], ["dd", cell]]);
      card.querySelector("dl").replaceChildren(...facts.map(([kind, text]) => Object.assign(document.createElement(kind), { textContent: text })));
      const others = tied[place].slice().sort((a, b) => data.names[a].rank - data.names[b].rank);
      card.querySelector("h3").hidden = others.length === 0;
      card.querySelector("ul").replaceChildren(...others.map((other) => {
        const item = document.createElement("li"), button = document.createElement("button");
        button.type = "button";
        button.textContent = one(`tr[data-row="${other}"] th`).textContent.trim();
        button.addEventListener("click", () => { select(other); card.querySelector("ul button, .close").focus(); });
        item.append(button);
        return item;
      }));
    }

    network.on("click", (event) => select(event.nodes.length ? event.nodes[0] : null));
    network.on("hoverNode", () => { canvas.style.cursor = "pointer"; });
    network.on("blurNode", () => { canvas.style.cursor = ""; });
    network.on("dragStart", () => { fitted = false; });
    network.on("zoom", () => { fitted = false; view.thin(); });
    network.on("animationFinished", view.thin);
    network.on("resize", () => { if (fitted) view.fit(); view.thin(); });
    // The wheel scrolls the page, as everywhere; with Ctrl it zooms the map.
    element.addEventListener("wheel", (event) => { if (!event.ctrlKey) event.stopImmediatePropagation(); }, true);

    const KEYS = {
      ArrowLeft: () => move(-1, 0), ArrowRight: () => move(1, 0), ArrowUp: () => move(0, -1), ArrowDown: () => move(0, 1),
      "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4), "0": () => zoom(0), Escape: () => select(null),
    };
    frame.addEventListener("keydown", (event) => {
      if (!KEYS[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      KEYS[event.key]();
    });
    all("button[data-zoom]").forEach((button) => button.addEventListener("click", () => zoom(Number(button.dataset.zoom), true)));
    one("#card .close").addEventListener("click", () => { select(null); frame.focus(); });
    one("#card").addEventListener("keydown", (event) => { if (event.key === "Escape") { select(null); frame.focus(); } });
    all("button[data-gap]").forEach((button) => button.addEventListener("click", () => {
      const at = Number(button.dataset.gap), gap = data.gaps[at];
      select(gap.ringed.length ? gap.ringed[0] : null, at);
      show(...gap.badges[0]);
    }));
    one("tbody").addEventListener("click", (event) => {
      const row = event.target.closest("tr[data-row]");
      if (row) select(Number(row.dataset.row));
    });
    setUpTable();
    setUpPrint();
    document.documentElement.dataset.ready = "yes";
  }

  // One spelling of what looks the same in Thai: sara am in one piece, tones after vowels, no invisible breaks.
  const plain = (text) => text.normalize("NFC").toLocaleLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .replace(/\u0e40\u0e40/g, "\u0e41")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/\u0e33([\u0e48-\u0e4b])/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4c])([\u0e31\u0e34-\u0e39])/g, "$2$1")
    .replace(/\s+/g, " ").trim();

  function setUpTable() {
    const rows = all("tr[data-row]"), texts = rows.map((row) => plain(row.textContent)), box = one("#search"), shown = one("#shown");
    const filter = () => {
      const words = plain(box.value).split(" ");
      let count = 0;
      rows.forEach((row, place) => {
        row.hidden = !words.every((word) => texts[place].includes(word));
        count += row.hidden ? 0 : 1;
      });
      shown.textContent = count || !rows.length
        ? data.words.shown.replace("{shown}", count.toLocaleString()).replace("{total}", rows.length.toLocaleString())
        : data.words.no_match;
    };
    box.addEventListener("input", filter);
    filter();
    const order = new Intl.Collator(data.language, { numeric: true });
    all("button[data-column]").forEach((button) => button.addEventListener("click", () => {
      const column = Number(button.dataset.column), head = button.closest("th");
      const down = head.getAttribute("aria-sort") === "ascending" || (head.className === "number" && !head.hasAttribute("aria-sort"));
      all("thead th").forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const cell = (row) => row.cells[column].textContent.trim();
      const number = (row) => (Number.isNaN(parseFloat(cell(row))) ? -1 : parseFloat(cell(row)));
      const compare = head.className === "number" ? (a, b) => number(a) - number(b) : (a, b) => order.compare(cell(a), cell(b));
      rows.slice().sort((a, b) => (down ? compare(b, a) : compare(a, b))).forEach((row) => row.parentNode.append(row));
    }));
  }

  // A canvas prints at the resolution it was drawn at: paper gets a map of its own, 2,400 pixels wide (220 a inch on A4).
  function setUpPrint() {
    const sheet = one("#printed");
    let printed = null;
    addEventListener("beforeprint", () => {
      if (!printed) {
        sheet.style.width = "2400px";
        sheet.style.height = `${Math.round((2400 * data.height) / data.width)}px`;
        printed = mapIn(sheet, SHEET);
        sheet.style.width = sheet.style.height = "";
      }
      printed.network.redraw();
    });
  }

  const letters = ["400", "700"].flatMap((weight) => ["ก", "A"].map((text) => document.fonts.load(`${weight} 16px Sarabun`, text)));
  Promise.allSettled(letters).then(start);
})();
