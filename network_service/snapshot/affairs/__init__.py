"""The affairs of a network as of a day: what is written, agreed, worked on and met over, beside who is tied to whom."""
