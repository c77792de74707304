"""Draw what a picture is of: one program a concept, written like drawing instructions.

How to write a program
----------------------
1. Add a line to `catalogue.ENTRIES`: name, titles in English and Chinese, the family (= module
   here), a short help, and what suits it (setting, layouts, `many`, `is_scene`).
2. In the family's module write `def name(traits, paints, light, dice) -> Figure` and list it in
   `CONCEPTS = (Concept("name", (Trait(...), ...), name), ...)`. Nothing else needs to know.

Frame. A subject lives in the disc of radius 1 around (0, 0); x points right, y down. Fill it: reach
about 0.9 to 0.98 in its longest direction, and keep the weight near the middle. A scene
(`is_scene=True`: river, city) is the square from -1 to 1, which is the whole picture: draw a bit
beyond its edges, and leave the sky open, for the sky is painted behind it.

Traits are whole numbers from 0 to 1000, thrown by the planner; `amount(traits["open"], 0.4, 1.0)`,
`count(...)` and `choice(...)` turn them into lengths, numbers and kinds. A figure must look good at
every combination, and two throws should look different side by side: let traits change proportions,
pose and number, not only colour. Give 4 to 9 of them. Call a trait that picks the main colour
`colour` and read it with `paints.bloom(traits["colour"])`: words such as "red" set both. Words
also ask for these, so use their names where they fit (low to high): petals, openness, fold (spread
to folded), motion, spread, height, size, fullness, phase (new to full), curl, age, waves, detail.

Paints are the picture's palette, already mixed: `blooms` (strong), `leaf`, `earth`, `water`,
`metal`, `light` (near white), `shade`, `ink`, and the sky's three. Derive every colour from them
with `blend`, `deepen`; then a figure suits all palettes. Night is the planner's affair, not yours.

Light stands where the sun is, in the figure's own frame: `light.x, light.y` point to it,
`light.sun` and `light.dark` are the colours of highlight and shadow. A part that is drawn in a
turned frame must see the light turned as well (`light.seen(angle)`); all helpers of `part` do
that. A mirrored half needs the mirrored light: see `fauna.butterfly`.

Dice give small irregularities: `dice.stage("petals").uniform((many, 3))`. Never branch on them so
that a figure of the same traits changes its nature. No clocks, no `random`.

Helpers. `form` makes outlines (`oval`, `curve`, `bezier`, `joined`, `blade`, `ribbon`, `spiral`,
`star`, `arc`, `scatter`, `along`, `moved`, `both_sides`, `rough`). `part` makes lit shapes from
them (`solid` for any outline, `ball`, `petal`, `leaf`, `feather`, `tube`, `line`, `glow`, `beads`).
`figure` has the shapes themselves: `Shape(edge, fill, relief, ...)`, fills by `flat`, `ramp`,
`radial`; `frame(x, y, scale, turn)` with `placed(shapes, frame)`, and `mirrored(shapes)`.

    def lantern(traits, paints, light, dice):
        body = paints.bloom(traits["colour"])
        wide = amount(traits["width"], 0.5, 0.8)
        ribs = tuple(line(oval(0, 0, wide * k / 4, 0.7), 0.01, deepen(body)) for k in (1, 2, 3))
        paper = solid(oval(0, 0, wide, 0.7), body, light, relief=(0.3, 0.7), inside=ribs)
        return Figure((paper, glow(0, 0, 0.9, blend(body, light.sun, 0.6), 0.5)))

What makes a program look good
------------------------------
- A silhouette that is known at a glance, also as cloud: the morph sees nothing else. Sample it from
  a few well-placed spots with `curve(..., closed=True)`; curves that change their bend slowly.
- Three values of light on every body (towards the light, its own colour, away from it), a thin
  darker or paler rim, a shadow on what lies behind (`shadow=` 0.02 to 0.05), a few small accents.
- Overlap: draw from back to front, many parts (30 to 300 shapes), each slightly unlike the next.
- Relief: `relief=` greys say how far a shape comes forward (0.2 far, 0.9 near; rise in its middle,
  sink at its edge). It shapes the cloud and the paint's thickness. Marks on a surface need none.
- Details lie `inside` a shape, which cuts them off at its edge: veins, stripes, windows, sheen.
- Light that shines is `glow`; it covers nothing. Soft edges by `soft`. Both sparingly.
- A program has 60 to 150 lines, at most 800 shapes, and draws in less than 0.15 s at 512 px.

A concept that is mist rather than thing gives `Figure(balls=...)`: rows of x, y, depth, radius in
the same frame, which are rendered as cloud; shapes and balls may go together.
"""
