"""The presenter's console in a real browser, as a phone shows it, beside a talk that plays.

The program named by EBBFLOW_PROGRAM plays under Xvfb; Chromium (EBBFLOW_CHROMIUM) opens the console's page. With
EBBFLOW_SCREENSHOTS, a folder, what was seen lies there to be looked at.
"""

import http.server
import json
import os
import re
import select
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.request
from pathlib import Path

from devtools import Browser

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ.get("EBBFLOW_PROGRAM", str(ROOT / "build/release/ebbflow"))
CHROMIUM = os.environ.get("EBBFLOW_CHROMIUM", "chromium")
SCREENSHOTS = os.environ.get("EBBFLOW_SCREENSHOTS")
WIDTH, HEIGHT = 390, 844
PATIENCE = 60  # seconds, on a machine that many share
TOKEN = "0123456789abcdef"

SCENE = """
title: {en: Students to Moscow, ar: طلاب إلى موسكو}
languages: [en, ar]
flows:
  students: {color: gold, label: {en: students, ar: طلاب}}
movements:
  - {kind: students, from: Peking, to: Moscow, when: 1951-08, count: 375}
  - {kind: students, from: Peking, to: Moscow, when: 1953, count: 583}
source: Yang Xu (shexun.cn)
chapters:
  - title: {en: The first train, ar: القطار الأول}
    notes: {en: "Wait until all have sat down. Then say where you were in 1951, and let the first lights leave before you go on: nobody reads while you speak.", ar: انتظر حتى يجلس الجميع.}
    steps:
      - date: 1951
        wait: click
        show: [Peking, Moscow]
        caption: {en: In August 1951 the first 375 students leave for Moscow., ar: في أغسطس 1951 يغادر أول 375 طالبا إلى موسكو.}
      - date: 1952
        show: [Moscow]
        caption: {en: Nine days by train., ar: تسعة أيام بالقطار.}
  - title: {en: The peak, ar: الذروة}
    date: 1953
    show: [Peking, Moscow]
    caption: {en: In 1953 they are 583., ar: في عام 1953 كانوا 583.}
    notes: {en: Say why this matters., ar: قل لماذا هذا مهم.}
  - title: {en: Thank you, ar: شكرا}
    date: 1954
    show: [Peking, Moscow]
"""

# Every text that is seen: its colour against the nearest ground below it that is opaque. Source of the formula: W3C,
# "Web Content Accessibility Guidelines 2.1", contrast ratio.
CONTRAST = r"""
(() => {
  const rgba = (text) => { const n = text.match(/[\d.]+/g).map(Number); return {c: n.slice(0, 3), a: n[3] ?? 1}; };
  const light = ({c}) => c.map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const seen = [];
  const texts = document.createTreeWalker(document.querySelector('dialog[open]') || document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent.trim(), element = texts.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest('.unseen, script, noscript')) continue;
    let ground = element;
    while (ground && rgba(getComputedStyle(ground).backgroundColor).a < 1) ground = ground.parentElement;
    const a = light(rgba(getComputedStyle(element).color)), b = light(rgba(getComputedStyle(ground).backgroundColor));
    seen.push([text.slice(0, 30), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]);
  }
  return seen;
})()
"""


class Show:
    """A talk that plays on a screen of its own."""

    def __init__(self, folder, options=("--http", "0"), terminal=None):
        """`terminal`: a file for its standard output; none: where its errors go."""
        self.folder = Path(folder)
        (self.folder / "film.yaml").write_text(SCENE, encoding="utf-8")
        (self.folder / "token").write_text(TOKEN + "\n")
        reads, writes = os.pipe()
        self._screen = subprocess.Popen(["Xvfb", "-displayfd", str(writes), "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"],
                                        pass_fds=(writes,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(writes)
        with os.fdopen(reads) as said:
            display = ":" + said.readline().strip()
        self._said = open(self.folder / "said", "w")
        self._program = subprocess.Popen(
            [PROGRAM, "play", str(self.folder), "--presenter", "--paused", "--silent", "--size", "640x360", *options,
             "--http-token", str(self.folder / "token"), "--status", str(self.folder / "status")],
            env={**os.environ, "DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1", "EBBFLOW_ATLAS": str(ROOT / "geodata")},
            stdout=terminal or self._said, stderr=self._said)
        try:
            self.port = int(self._wait(lambda: re.search(r"serving http://[\d.]+:(\d+)/", self.said())).group(1))
        except BaseException:
            self.close()
            raise
        self.address = f"http://127.0.0.1:{self.port}/console#{TOKEN}"

    def said(self):
        return (self.folder / "said").read_text()

    def close(self):
        for process in (self._program, self._screen):
            process.terminate()
            process.wait(30)
        self._said.close()

    def _wait(self, question):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self._program.poll() is not None:
                raise RuntimeError(self.said())
            if found := question():
                return found
            time.sleep(0.05)
        return None

    def becomes(self, **wanted):
        """Whether the status comes to say so."""
        return self._wait(lambda: all(self.status().get(key) == value for key, value in wanted.items())) is not None

    def status(self):
        try:
            lines = (self.folder / "status").read_text().splitlines()
        except FileNotFoundError:
            return {}
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def command(self, text):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/command", data=text.encode(), method="POST",
                                         headers={"Authorization": "Bearer " + TOKEN})
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.status

    def from_the_start(self):
        """Standing at the first step's end, in English, seen."""
        if self.status().get("language") != "en":
            self.command("language en")
        if self.status().get("black") == "yes":
            self.command("black")
        self.command("laser off")
        self.command("chapter 1")
        if self.status().get("state") == "paused":
            self.command("next")
            self.becomes(state="playing")
        self.command("next")
        assert self.becomes(language="en", state="waiting", chapter="1", step="1", black="no", hud="no"), self.status()


def squares_on(terminal):
    """The rows of a QR code that a terminal shows, True for dark."""
    shown = b""
    end = time.monotonic() + PATIENCE
    # Its lines come together; what follows is the notes.
    while b"\x1b[30;107m" not in shown or not shown.split(b"\x1b[0m")[-1].strip():
        if time.monotonic() > end or not select.select([terminal], [], [], PATIENCE)[0]:
            break
        shown += os.read(terminal, 1 << 16)
    rows = []
    for line in re.findall("\x1b\\[30;107m(.*?)\x1b\\[0m", shown.decode()):
        rows += [[sign in "█▀" for sign in line], [sign in "█▄" for sign in line]]
    return rows


def read_code(rows, folder):
    """What a reader of QR codes reads in it."""
    dark = "".join("".join("1" if square else "0" for square in row for _ in range(4)) + "\n" for row in rows for _ in range(4))
    (folder / "code.pbm").write_text(f"P1\n{4 * len(rows[0])} {4 * len(rows)}\n{dark}")
    return subprocess.run(["zbarimg", "--quiet", "--raw", str(folder / "code.pbm")], check=True, capture_output=True,
                          text=True).stdout.strip()


class BrowserTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="ebbflow-console-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.show = Show(cls.folder.name)
        cls.addClassCleanup(cls.show.close)
        cls.browser = Browser(CHROMIUM)
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.show.from_the_start()
        self.phone = self.open()

    def open(self, width=WIDTH, height=HEIGHT):
        phone = self.browser.page(width, height)
        self.addCleanup(phone.close)
        phone.go(self.show.address)
        self.assertTrue(phone.until("state && state.next === 'go_on' && !document.querySelector('#now').hidden"))
        return phone

    def keep(self, phone, name):
        if SCREENSHOTS:
            phone.screenshot(Path(SCREENSHOTS) / f"{name}.png")

    def test_what_is_read_is_large_and_what_is_pressed_lies_below(self):
        phone = self.phone
        self.assertTrue(phone.until("!document.querySelector('#coming').hidden"), "the next step's picture")
        self.keep(phone, "waiting")
        self.assertIn("Wait until all have sat down.", phone.text("#notes-words"))
        self.assertGreaterEqual(float(phone.value("parseFloat(getComputedStyle(document.querySelector('#notes-words p')).fontSize)")), 22)
        self.assertEqual(phone.text("#does"), "Then: Nine days by train.")
        self.assertEqual(phone.text("#state"), "Waiting for you")
        self.assertIn("1/3", phone.text("#place"))
        self.assertIn("The first train", phone.text("#place"))
        self.assertRegex(phone.text("#elapsed"), r"^\d+:\d\d$")
        following, back = phone.box("#next"), phone.box("#back")
        for box in (following, back):
            self.assertGreaterEqual(box["y"], HEIGHT / 2)
            self.assertGreaterEqual(box["height"], HEIGHT / 3)
            self.assertLessEqual(box["y"] + box["height"], HEIGHT)
            self.assertLessEqual(box["x"] + box["width"], WIDTH)
        self.assertGreaterEqual(following["width"], WIDTH / 2)
        self.assertGreaterEqual(back["width"], WIDTH / 5)
        for button in ("#black", "#chapters"):
            self.assertGreaterEqual(phone.box(button)["height"], 44)
        self.assertGreaterEqual(phone.box("#notes")["height"], 100)
        self.assertEqual(phone.value("document.documentElement.scrollWidth"), WIDTH, "nothing scrolls aside")
        for small in ((320, 568), (844, 390), (1280, 800)):
            other = self.open(*small)
            self.assertTrue(other.until("!document.querySelector('#coming').hidden"))
            self.keep(other, f"waiting-{small[0]}x{small[1]}")
            for part in ("#next", "#back", "#black", "#chapters", "#picture"):
                box = other.box(part)
                self.assertGreaterEqual(min(box["width"], box["height"]), 44, (small, part))
                self.assertGreaterEqual(box["y"], 0, (small, part))
                self.assertLessEqual(box["y"] + box["height"], small[1] + 0.5, (small, part))
                self.assertLessEqual(box["x"] + box["width"], small[0] + 0.5, (small, part))
            self.assertGreaterEqual(other.box("#notes")["height"], 60, small)

    def test_taps_move_the_show_and_every_phone_sees_it(self):
        phone, other = self.phone, self.open()
        phone.tap("#next")
        self.assertTrue(self.show.becomes(step="2"))
        for one in (phone, other):
            self.assertTrue(one.until("document.querySelector('#place').textContent.includes('2 of 2')"))
            self.assertEqual(one.text("#notes-words"), "No notes for this step")
        other.tap("#next")
        self.assertTrue(self.show.becomes(state="waiting"))
        self.assertTrue(phone.until("document.querySelector('#does').textContent === 'Then: The peak'"))
        phone.tap("#back")
        self.assertTrue(self.show.becomes(state="playing"))
        phone.tap("#black")
        self.assertTrue(self.show.becomes(black="yes"))
        self.assertTrue(other.until("document.querySelector('#black').getAttribute('aria-pressed') === 'true'"))
        self.assertEqual(other.text("#state"), "The screen is black")
        self.keep(other, "black")
        other.tap("#black")
        self.assertTrue(self.show.becomes(black="no"))
        self.assertEqual(phone.troubles() + other.troubles(), [])

    def test_chapters_are_gone_to_by_keyboard_alone(self):
        phone = self.phone
        order = []
        for _ in range(6):
            phone.key("Tab", 9)
            order.append(phone.value("document.activeElement.id"))
        self.assertEqual(order, ["picture", "notes", "black", "chapters", "back", "next"])
        self.assertNotEqual(phone.value("getComputedStyle(document.activeElement).outlineStyle"), "none")
        phone.value("document.querySelector('#chapters').focus()")
        phone.key("Enter", 13, "\r")
        self.assertTrue(phone.until("document.querySelector('#list').open"))
        self.keep(phone, "chapters")
        self.assertEqual(phone.value("document.querySelector('#list [aria-current]').textContent"), "1The first train")
        self.assertTrue(phone.value("document.querySelector('#list').contains(document.activeElement)"))
        phone.key("ArrowRight", 39)  # no clicker's key in here
        phone.key("Escape", 27)
        self.assertTrue(phone.until("!document.querySelector('#list').open"))
        self.assertEqual(phone.value("document.activeElement.id"), "chapters", "back where it was")
        phone.key("Enter", 13, "\r")
        phone.key("Tab", 9)
        phone.key("Tab", 9)
        phone.key("Enter", 13, "\r")
        self.assertTrue(self.show.becomes(chapter="3"))
        phone.value("document.activeElement.blur()")
        self.show.from_the_start()
        phone.until("state.step === 0 && state.next === 'go_on'")
        phone.key("ArrowRight", 39)
        self.assertTrue(self.show.becomes(step="2"), "a clicker on the phone")

    def test_the_time_is_the_talks(self):
        phone, other = self.phone, self.open()
        phone.tap("#chapters")
        self.assertTrue(phone.until("document.querySelector('#list').open"))
        phone.tap("#restart")
        for one in (phone, other):
            self.assertTrue(one.until("state.elapsed < 5 && /^0:0[0-5]$/.test(document.querySelector('#elapsed').textContent)"))
        self.assertTrue(phone.until("document.querySelector('#elapsed').textContent >= '0:02'", 20), "it runs while the film waits")

    def test_a_press_on_the_picture_points_on_the_map(self):
        phone = self.phone
        box = phone.box("#picture")
        at = lambda x, y: (box["x"] + x * box["width"], box["y"] + y * box["height"])
        phone.touch("touchStart", [at(0.3, 0.3)])
        self.assertTrue(self.show.becomes(hud="yes"))
        self.assertFalse(phone.value("document.querySelector('#dot').hidden"))
        for i in range(12):
            phone.touch("touchMove", [at(0.3 + i / 40, 0.4)])
            time.sleep(0.05)
        time.sleep(3)
        self.assertEqual(self.show.status()["hud"], "yes", "it stays for as long as the finger does")
        dot, picture = phone.middle("#dot"), phone.box("#picture")
        self.assertAlmostEqual(dot[0], picture["x"] + (0.3 + 11 / 40) * picture["width"], delta=1.5)
        self.assertTrue(phone.until("pictureAt > performance.now() - 900"))
        self.keep(phone, "pointing")
        phone.touch("touchEnd", [])
        self.assertTrue(self.show.becomes(hud="no"))
        self.assertTrue(phone.value("document.querySelector('#dot').hidden"))
        phone.value("document.querySelector('#picture').focus()")
        phone.key("ArrowUp", 38)
        self.assertTrue(self.show.becomes(hud="yes"))
        self.assertEqual(self.show.status()["step"], "1", "arrows point there, and do not go on")
        self.assertTrue(self.show.becomes(hud="no"), "it goes when no key comes")

    def test_a_network_that_goes_is_said_and_taken_up_again(self):
        phone = self.phone
        phone.offline(True)
        self.assertTrue(phone.until("!document.querySelector('#alarm').hidden"))
        self.assertIn("No connection; still trying", phone.text("#alarm"))
        phone.tap("#next")
        self.assertTrue(phone.until("document.querySelector('#alarm').textContent.includes('Not sent')"))
        time.sleep(8)
        self.keep(phone, "offline")
        self.assertLess(phone.value("failures"), 9, "it asks more and more rarely")
        self.assertRegex(phone.text("#alarm-time"), r"^0:(0[89]|1\d|2\d)$")
        self.assertEqual(self.show.status()["step"], "1")
        phone.offline(False)
        self.assertTrue(phone.until("document.querySelector('#alarm').hidden", 20))
        time.sleep(1)
        self.assertEqual(self.show.status()["step"], "1", "what was not sent is not sent later")
        phone.tap("#next")
        self.assertTrue(self.show.becomes(step="2"))

    def test_an_address_that_is_wrong_opens_nothing(self):
        stranger = self.browser.page(WIDTH, HEIGHT)
        self.addCleanup(stranger.close)
        stranger.go(f"http://127.0.0.1:{self.show.port}/console#fedcba9876543210")
        self.assertTrue(stranger.until("document.querySelector('#alarm').textContent.includes('does not open the console')"))
        self.keep(stranger, "refused")
        stranger.tap("#next")
        time.sleep(1)
        self.assertEqual(self.show.status()["step"], "1")
        self.assertNotIn("Wait until", stranger.value("document.body.textContent"))
        stranger.value(f"location.hash = '{TOKEN}'")
        self.assertTrue(stranger.until("document.querySelector('#alarm').hidden && state"))

    def test_it_speaks_the_films_language(self):
        phone = self.phone
        self.show.command("language ar")
        self.assertTrue(phone.until("document.documentElement.lang === 'ar'"))
        self.assertEqual(phone.value("getComputedStyle(document.body).direction"), "rtl")
        self.assertEqual(phone.text("#back"), "رجوع")
        self.assertEqual(phone.text("#next .large"), "التالي")
        self.assertIn("انتظر", phone.text("#notes-words"))
        self.assertGreater(phone.box("#back")["x"], phone.box("#next")["x"], "mirrored")
        self.assertTrue(phone.until("!document.querySelector('#coming').hidden"))
        self.keep(phone, "arabic")

    def test_everything_is_readable_and_has_a_name(self):
        phone = self.phone
        phone.tap("#black")
        self.assertTrue(phone.until("state.black"))
        for place in ("page", "list"):
            if place == "list":
                phone.tap("#chapters")
                self.assertTrue(phone.until("document.querySelector('#list').open"))
            seen = phone.value(CONTRAST)
            self.assertGreater(len(seen), 4)
            for text, ratio in seen:
                self.assertGreaterEqual(ratio, 4.5, text)
        phone.key("Escape", 27)
        phone.offline(True)
        self.assertTrue(phone.until("!document.querySelector('#alarm').hidden"))
        for text, ratio in phone.value(CONTRAST):
            self.assertGreaterEqual(ratio, 4.5, text)
        phone.offline(False)
        nodes = phone.ask("Accessibility.getFullAXTree")["nodes"]
        told = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node.get("ignored")}
        for role, name in (("button", "Next"), ("button", "Back"), ("button", "Black"), ("button", "Chapters"),
                           ("region", "Notes"), ("timer", "Time since the start"),
                           ("application", "The audience's picture: press to point, or use the arrow keys")):
            self.assertIn((role, name), told)
        self.assertIn("status", {role for role, _ in told})
        self.assertFalse([node for node in nodes if node["role"]["value"] == "button" and not node.get("ignored")
                          and not node.get("name", {}).get("value")], "a button without a name")

    def test_nothing_moves_for_who_wants_no_motion(self):
        phone = self.phone
        duration = "getComputedStyle(document.querySelector('#next')).transitionDuration"
        self.assertNotEqual(phone.value(duration), "0s")
        phone.media(prefers_reduced_motion="reduce")
        self.assertEqual(phone.value(duration), "0s")

    def test_no_other_code_runs_and_no_other_page_steers(self):
        phone = self.phone
        phone.value("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
        phone.value("document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.ran = 1\">')")
        time.sleep(0.5)
        self.assertIsNone(phone.value("window.ran ?? null"))
        self.assertTrue(any("Content Security Policy" in said for said in phone.troubles()))

        class Stranger(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                self.wfile.write(b"<title>a page of somebody else's</title>")

            def log_message(self, *_):
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            other = self.browser.page(WIDTH, HEIGHT)
            self.addCleanup(other.close)
            other.go(f"http://127.0.0.1:{server.server_port}/")
            console = f"http://127.0.0.1:{self.show.port}"
            outcome = other.value(f"""Promise.allSettled([
                fetch('{console}/command', {{method: 'POST', body: 'next', headers: {{Authorization: 'Bearer {TOKEN}'}}}}),
                fetch('{console}/console/film', {{headers: {{Authorization: 'Bearer {TOKEN}'}}}}),
                fetch('{console}/command', {{method: 'POST', mode: 'no-cors', body: 'next'}}),
            ]).then((all) => all.map((one) => one.status))""")
            self.assertEqual(outcome[:2], ["rejected", "rejected"], "even with the token")
            other.value(f"document.body.append(Object.assign(document.createElement('iframe'), {{src: '{console}/console#{TOKEN}'}}))")
            time.sleep(1)
            self.assertTrue(any("frame-ancestors" in said for said in other.troubles()), other.troubles())
            server.shutdown()
        self.assertEqual(self.show.status()["step"], "1")

    def test_a_phones_camera_opens_it_from_the_presenters_terminal(self):
        ours, its = os.openpty()
        with tempfile.TemporaryDirectory(prefix="ebbflow-console-") as folder:
            brief = Show(folder, ("--console", "web"), its)
            os.close(its)
            try:
                phone = self.browser.page(WIDTH, HEIGHT)
                self.addCleanup(phone.close)
                address = read_code(squares_on(ours), Path(folder))
                self.assertRegex(address, rf"^http://[\d.]+:{brief.port}/console#{TOKEN}$")
                self.assertNotIn(TOKEN, brief.said(), "a token of one's own is not told")
                phone.go(address)
                self.assertTrue(phone.until("state && state.next === 'begin'"))
                phone.tap("#next")
                self.assertTrue(brief.becomes(state="playing"))
            finally:
                brief.close()
                os.close(ours)

    def test_a_talk_is_held_against_its_rehearsal(self):
        with tempfile.TemporaryDirectory(prefix="ebbflow-console-") as folder:
            rehearsal = Path(folder) / "rehearsal.csv"
            rehearsal.write_text("chapter,step,seconds\n1,1,0.5\n1,2,90\n2,1,30\n3,1,20\n")
            brief = Show(folder, ("--http", "0", "--timing", str(rehearsal)))
            try:
                phone = self.browser.page(WIDTH, HEIGHT)
                self.addCleanup(phone.close)
                phone.go(brief.address)
                self.assertTrue(phone.until("state && document.querySelector('#pace').textContent === 'On time'"))
                phone.tap("#next")
                self.assertTrue(phone.until(r"/^0:0[2-9] behind$/.test(document.querySelector('#pace').textContent)"))
                brief.command("chapter 3")
                self.assertTrue(phone.until(r"/^1:\d\d ahead$/.test(document.querySelector('#pace').textContent)"))
                self.assertTrue(phone.until("!document.querySelector('#now').hidden"))
                self.keep(phone, "ahead")
                pace, elapsed = phone.box("#pace"), phone.box("#elapsed")
                self.assertLess(pace["x"] + pace["width"], elapsed["x"])
                self.assertEqual(phone.value("document.documentElement.scrollWidth"), WIDTH)
            finally:
                brief.close()

    def test_it_says_that_a_show_has_ended(self):
        with tempfile.TemporaryDirectory(prefix="ebbflow-console-") as folder:
            brief = Show(folder)
            try:
                phone = self.browser.page(WIDTH, HEIGHT)
                self.addCleanup(phone.close)
                phone.go(brief.address)
                self.assertTrue(phone.until("state && state.next === 'begin'"))
                self.assertEqual(phone.text("#does"), "The film runs on")
                self.assertEqual(phone.text("#elapsed"), "0:00")
            finally:
                brief.close()
            self.assertTrue(phone.until("document.querySelector('#alarm').textContent.includes('No connection')"))


if __name__ == "__main__":
    if SCREENSHOTS:
        os.makedirs(SCREENSHOTS, exist_ok=True)
    unittest.main()
