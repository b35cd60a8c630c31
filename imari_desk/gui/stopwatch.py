"""How long the program has been running, counted from the start of its process.

Counting from Python's first line would leave out Python itself, which the user waits for too.
Linux knows the start to the system's tick (usually 10 ms), Windows to 100 ns. Elsewhere it is
counted from the import of this module.
"""

from __future__ import annotations

import sys
import time

if sys.platform == "win32":
    import ctypes

    def since_start() -> float:
        """Milliseconds since the process was started."""
        kernel = ctypes.windll.kernel32
        made, left, in_kernel, in_process, now = (ctypes.c_ulonglong() for _ in range(5))
        times = map(ctypes.byref, (made, left, in_kernel, in_process))
        kernel.GetProcessTimes(ctypes.c_void_p(-1), *times)  # -1: this process
        kernel.GetSystemTimePreciseAsFileTime(ctypes.byref(now))
        return (now.value - made.value) / 10_000

elif sys.platform == "linux":
    import os
    from pathlib import Path

    def since_start() -> float:
        """Milliseconds since the process was started."""
        fields = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")  # field 22 of proc(5)
        return (time.clock_gettime(time.CLOCK_BOOTTIME) - started) * 1000

else:
    _LOADED = time.monotonic()

    def since_start() -> float:
        """Milliseconds since the process was started."""
        return (time.monotonic() - _LOADED) * 1000
