"""Turn a scene into strokes, and strokes into pictures: every style is data for one way of work."""
