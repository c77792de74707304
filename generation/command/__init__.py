"""The commands of `python -m generation`, a module for each thing people want; `cli` lists them."""
