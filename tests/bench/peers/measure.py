"""How long a command takes and how much processor time, in all its processes, less its start-up.

A command may print `first` when its first frame begins and `done` when its film is whole: then what
lies between counts, and neither its start nor its end. Children that outlive their parents are counted too.
"""
import ctypes
import os
import pathlib
import resource
import signal
import subprocess
import time
from dataclasses import dataclass

TICKS = os.sysconf("SC_CLK_TCK")
PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Moment:
    wall: float  # seconds, of any clock
    tree: float  # processor seconds of the command's processes
    machine: float  # processor seconds of everybody

    def __sub__(self, other):
        return Moment(self.wall - other.wall, self.tree - other.tree, self.machine - other.machine)


def adopt_orphans():
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def processes():
    """Parent and ticks, those of its ended children among them, of each process there is."""
    found = {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue  # it has ended meanwhile
        found[int(folder.name)] = (int(fields[1]), sum(map(int, fields[11:15])))
    return found


def descends(process, found):
    while process in found and process != os.getpid():
        process = found[process][0]
    return process == os.getpid()


def tree_seconds():
    """Of all children, living and reaped."""
    found = processes()
    living = sum(ticks for p, (_, ticks) in found.items() if p != os.getpid() and descends(p, found))
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return living / TICKS + ended.ru_utime + ended.ru_stime


def machine_seconds():
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, *interrupts = map(int, file.readline().split()[1:8])
    return (user + nice + system + sum(interrupts)) / TICKS


def now():
    return Moment(time.monotonic(), tree_seconds(), machine_seconds())


def reap_orphans():
    try:
        while os.waitpid(-1, 0):
            pass
    except ChildProcessError:
        pass


def run(command, log, limit):
    """The moments `begin`, `first`, `done`, `end` of a command; its own output and faults go to LOG."""
    moments = {"begin": now()}
    process = subprocess.Popen([str(c) for c in command], stdout=subprocess.PIPE, stderr=log, text=True,
                               start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(limit)
    try:
        for line in process.stdout:
            if line.strip() in ("first", "done"):
                moments[line.strip()] = now()
        process.wait()
        reap_orphans()
    except BaseException:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    finally:
        signal.alarm(0)
    if process.returncode != 0:
        raise RuntimeError(f"ended with {process.returncode}")
    moments["end"] = now()
    return moments
