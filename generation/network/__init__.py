"""Train and ask the small networks of the studio; their weights ship with the release.

`python -m generation train NAME --minutes N` teaches one anew from pictures and texts that this
project makes itself. Each stands beside a rule floor, and its card (`weights/NAME.json`) says how
far it beats that. Nothing here is loaded before it is asked.
"""
