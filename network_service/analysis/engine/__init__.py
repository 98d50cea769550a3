"""Graph engines: the only room that knows them; imported when first used, as together they cost 1.5 s."""
