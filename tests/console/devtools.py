"""A real browser, driven by its own DevTools protocol over a pipe. Needs no module but Python's own.

Source of the protocol: chromedevtools.github.io/devtools-protocol; messages are JSON, each ended by a zero byte.
"""

import base64
import fcntl
import json
import os
import select
import subprocess
import tempfile
import time


class Fault(Exception):
    """What the browser says is wrong."""


class Browser:
    """Chromium without a window. `with Browser(path) as browser`: it ends with the block."""

    def __init__(self, program):
        self._profile = tempfile.TemporaryDirectory(prefix="ebbflow-browser-")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        # Chromium reads from 3 and writes to 4; neither may be overwritten before it is copied.
        ends = [fcntl.fcntl(fd, fcntl.F_DUPFD, 10) for fd in (to_browser, from_browser)]
        os.close(to_browser)
        os.close(from_browser)

        def place():
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self._process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
             "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--disable-sync",
             f"--user-data-dir={self._profile.name}", "about:blank"],
            preexec_fn=place, pass_fds=(3, 4), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self._profile.name})
        for fd in ends:
            os.close(fd)
        self._bytes = b""
        self._number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        # What a browser that is ended writes last may still come.
        self._profile._ignore_cleanup_errors = True
        self._profile.cleanup()

    def _message(self, patience):
        """The next one, or None when none came in so many seconds."""
        until = time.monotonic() + patience
        while b"\0" not in self._bytes:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                return None
            got = os.read(self._in, 1 << 16)
            if not got:
                raise Fault("the browser has ended")
            self._bytes += got
        message, self._bytes = self._bytes.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, patience=60, **parameters):
        self._number += 1
        question = {"id": self._number, "method": method, "params": parameters}
        if session:
            question["sessionId"] = session
        os.write(self._out, json.dumps(question).encode() + b"\0")
        until = time.monotonic() + patience
        while (message := self._message(until - time.monotonic())) is not None:
            if message.get("id") == self._number:
                if "error" in message:
                    raise Fault(f"{method}: {message['error'].get('message')}")
                return message["result"]
            if "method" in message:
                self.events.append(message)
        raise Fault(f"{method}: no answer in {patience} s")

    def page(self, width, height):
        """A page of its own, as a phone of that size shows it."""
        context = self.ask("Target.createBrowserContext")["browserContextId"]
        target = self.ask("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, session, target, width, height)


class Page:
    def __init__(self, browser, session, target, width, height):
        self._browser, self._session, self._target = browser, session, target
        for domain in ("Page", "Runtime", "Log", "Network", "Accessibility"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)
        self.ask("Emulation.setTouchEmulationEnabled", enabled=True)

    def ask(self, method, **parameters):
        return self._browser.ask(method, session=self._session, **parameters)

    def close(self):
        self._browser.ask("Target.closeTarget", targetId=self._target)

    def go(self, address):
        self.ask("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")

    def value(self, code):
        """Of a JavaScript expression; a promise is waited for."""
        answer = self.ask("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Fault(str(answer["exceptionDetails"].get("exception", {}).get("description")))
        return answer["result"].get("value")

    def until(self, code, patience=60):
        """Waits until an expression is true, and says whether it came to that."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if self.value(f"Boolean({code})"):
                return True
            time.sleep(0.05)
        return False

    def text(self, selector):
        return self.value(f"document.querySelector({json.dumps(selector)}).textContent.trim()")

    def box(self, selector):
        return self.value("(({x, y, width, height}) => ({x, y, width, height}))"
                          f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())")

    def middle(self, selector):
        box = self.box(selector)
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(self, kind, points):
        """`kind`: touchStart, touchMove, touchEnd; points of the page."""
        self.ask("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y} for x, y in points])

    def tap(self, selector):
        at = self.middle(selector)
        self.touch("touchStart", [at])
        self.touch("touchEnd", [])

    def key(self, name, code=0, text=""):
        common = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        self.ask("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **common)

    def offline(self, gone):
        self.ask("Network.emulateNetworkConditions", offline=gone, latency=0, downloadThroughput=-1,
                 uploadThroughput=-1)

    def media(self, **features):
        self.ask("Emulation.setEmulatedMedia",
                 features=[{"name": name.replace("_", "-"), "value": value} for name, value in features.items()])

    def screenshot(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def troubles(self):
        """What the page complained of: errors of code, of policy, of the network."""
        self.value("0")
        said = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            if event["method"] == "Runtime.exceptionThrown":
                said.append(event["params"]["exceptionDetails"]["text"])
            if event["method"] == "Log.entryAdded":
                said.append(event["params"]["entry"]["text"])
        return said
