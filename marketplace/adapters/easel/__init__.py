"""Render in a process apart: no keys, no network, bounded memory and time, gone at a word."""

from marketplace.adapters.easel.error import EaselFault, OutOfMemory, RendererDied, TooSlow
from marketplace.adapters.easel.limit import Limits
from marketplace.adapters.easel.pool import Easel, for_gpu

__all__ = ["Easel", "EaselFault", "Limits", "OutOfMemory", "RendererDied", "TooSlow", "for_gpu"]
