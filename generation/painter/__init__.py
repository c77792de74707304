"""Paint one thing becoming another; `painter.card` is light, `painter.studio` loads the tools."""
