// The presenter's console: asks how the talk stands, shows it, and sends commands. It keeps asking
// when the network goes, more and more rarely, and takes up again by itself.
'use strict';

const kPatience = 4000;  // milliseconds, as all here: that an answer may take
const kBetween = 400, kBetweenHidden = 5000, kLongestWait = 8000;
const kBetweenPictures = 900;
const kUnheard = 1500;  // after which the console says so
const kBetweenPlaces = 40, kStillThere = 500;  // of the laser pointer
const kKeptStills = 4;

const at = (id) => document.getElementById(id);
const pause = (time) => new Promise((go) => setTimeout(go, time));

let words = {};
let film = null;   // /console/film
let state = null;  // /console/state
let heardAt = 0;   // when the state came, by performance.now()
let failures = 0;
let refused = false;
let poll = null;   // the timer of the next question
let asking = false;

// ---- Asking ----

class Refused extends Error {}

function token() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

async function ask(path, options = {}) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), kPatience);
  try {
    const answer = await fetch(path, {
      ...options,
      cache: 'no-store',
      headers: {Authorization: 'Bearer ' + token().replace(/[^\x20-\x7e]/g, '')},
      signal: stop.signal,
    });
    if (answer.status === 401) throw new Refused();
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer[options.as || 'text']();
  } finally {
    clearTimeout(timer);
  }
}

async function look() {
  if (asking) return;
  asking = true;
  clearTimeout(poll);
  try {
    const now = await ask('/console/state', {as: 'json'});
    if (!film || film.number !== now.film) takeFilm(await ask('/console/film', {as: 'json'}));
    state = now;
    heardAt = performance.now();
    failures = 0;
    refused = false;
    show();
  } catch (error) {
    refused = error instanceof Refused;
    ++failures;
  }
  asking = false;
  showAlarm();
  const calm = document.hidden ? kBetweenHidden : kBetween;
  poll = setTimeout(look, failures ? Math.min(kLongestWait, kBetween * 2 ** failures) : calm);
}

function lookSoon() {
  clearTimeout(poll);
  poll = setTimeout(look, 0);
}

/// A command that did not arrive is not sent again later: by then it may mean something else.
async function send(command) {
  try {
    await ask('/command', {method: 'POST', body: command});
    return true;
  } catch (error) {
    refused = error instanceof Refused;
    return false;
  }
}

async function obey(command) {
  const sent = await send(command);
  if (!sent) tellUnsent();
  lookSoon();
}

// ---- Showing ----

function put(element, text) {
  // A live region is read out again whenever it is written to.
  if (element.textContent !== text) element.textContent = text;
}

function word(key, fill = {}) {
  return (words[key] || '').replace(/\{(\w+)\}/g, (whole, name) => fill[name] ?? whole);
}

function clockText(seconds) {
  const all = Math.max(0, Math.floor(seconds)), two = (n) => String(n).padStart(2, '0');
  const hours = Math.floor(all / 3600), minutes = Math.floor(all / 60) % 60;
  return (hours ? hours + ':' + two(minutes) : minutes) + ':' + two(all % 60);
}

function takeFilm(fresh) {
  film = fresh;
  words = film.words;
  document.documentElement.lang = film.language;
  document.documentElement.dir = film.direction;
  document.title = word('title') + ' – ' + film.title;
  for (const one of document.querySelectorAll('[data-word]')) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll('[data-label]'))
    one.setAttribute('aria-label', word(one.dataset.label));
  at('elapsed').setAttribute('aria-label', word('elapsed'));
  at('picture').style.setProperty('--aspect', film.aspect);
  showList();
  dropStills();
}

function stepOf(index) {
  return film.steps[index] || null;
}

/// What Next will do, in words.
function nextWords() {
  if (state.next === 'begin') return word('begins');
  if (state.next === 'finish') return word('finishes');
  const coming = stepOf(state.step + 1);
  if (state.next !== 'go_on' || !coming) return word('nothing');
  const here = stepOf(state.step);
  const title = film.chapters[coming.chapter].title;
  const name = coming.chapter !== here.chapter ? title : coming.caption || title;
  return word('goes_on', {name});
}

function show() {
  const step = stepOf(state.step);
  if (!step) return;
  const chapter = film.chapters[step.chapter];
  put(at('state'), state.black ? word('screen_is_black') : word(state.state));
  const steps = chapter.steps > 1
      ? '  ·  ' + word('step', {n: step.step + 1, all: chapter.steps}) : '';
  put(at('place'), (step.chapter + 1) + '/' + film.chapters.length + '  ' + chapter.title + steps);
  put(at('does'), nextWords());
  put(at('pace'), paceWords());
  at('next').dataset.does = state.next;
  at('black').setAttribute('aria-pressed', String(state.black));
  showNotes(step);
  for (const [index, one] of [...at('list-chapters').querySelectorAll('button')].entries()) {
    if (index === step.chapter) one.setAttribute('aria-current', 'true');
    else one.removeAttribute('aria-current');
  }
  showTimes();
  showPicture();
  showComing();
}

function showNotes(step) {
  const notes = at('notes-words'), key = film.number + '/' + state.step;
  if (notes.dataset.of === key) return;
  notes.dataset.of = key;
  const paragraph = (text, quiet) => {
    const one = document.createElement('p');
    one.textContent = text;
    one.dir = 'auto';
    if (quiet) one.className = 'quiet';
    return one;
  };
  const all = step.notes.flatMap((text) => text.split('\n')).filter((text) => text.trim());
  notes.replaceChildren(...(all.length ? all.map((text) => paragraph(text, false))
                                       : [paragraph(word('no_notes'), true)]));
  at('notes').scrollTop = 0;
}

/// Against the rehearsal; less than a second is on time.
function paceWords() {
  if (state.behind === null) return '';
  const time = clockText(Math.abs(state.behind));
  if (Math.abs(state.behind) < 1) return word('on_time');
  return state.behind > 0 ? word('behind', {time}) : word('ahead', {time});
}

function showTimes() {
  if (state) {
    const since = state.elapsed > 0 ? (performance.now() - heardAt) / 1000 : 0;
    put(at('elapsed'), clockText(state.elapsed + since));
  }
  const now = new Date();
  put(at('clock'), now.toLocaleTimeString(document.documentElement.lang, {timeStyle: 'short'}));
}

let toldUnsent = 0;  // until when

function tellUnsent() {
  toldUnsent = performance.now() + 3000;
  showAlarm();
}

function showAlarm() {
  const silent = performance.now() - heardAt;
  const offline = failures > 0 && silent > kUnheard;
  let text = '';
  if (refused) text = word('refused') || 'This address does not open the console. Open the one that the program tells.';
  else if (performance.now() < toldUnsent) text = word('not_sent');
  else if (offline) text = word('offline') || 'No connection; still trying';
  put(at('alarm-words'), text);
  put(at('alarm-time'), offline && heardAt && !refused ? clockText(silent / 1000) : '');
  at('alarm').hidden = !text;
}

function showList() {
  at('list-chapters').replaceChildren(...film.chapters.map((chapter, index) => {
    const row = document.createElement('li'), button = document.createElement('button');
    const number = document.createElement('span'), title = document.createElement('span');
    button.type = 'button';
    number.className = 'number';
    number.textContent = String(index + 1);
    title.textContent = chapter.title;
    title.dir = 'auto';
    button.append(number, title);
    button.addEventListener('click', () => {
      at('list').close();
      obey('chapter ' + (index + 1));
    });
    row.append(button);
    return row;
  }));
}

// ---- Pictures ----

function putPicture(image, url) {
  image.src = url;
  image.hidden = false;
}

let drawn = -1, pictureAt = -kBetweenPictures, loading = false, picturedStep = -1;

async function showPicture() {
  if (state.step !== picturedStep) pictureAt = -kBetweenPictures;
  picturedStep = state.step;
  if (loading || state.drawn === drawn || document.hidden) return;
  if (performance.now() - pictureAt < kBetweenPictures) return;
  loading = true;
  const of = state.drawn;
  try {
    const url = URL.createObjectURL(await ask('/console/screen.png', {as: 'blob'}));
    const old = at('now').src;
    putPicture(at('now'), url);
    if (old) URL.revokeObjectURL(old);
    drawn = of;
  } catch {
    // The next look asks again.
  }
  pictureAt = performance.now();
  loading = false;
}

const stills = new Map();  // by step: a URL, or null while it is asked for

function dropStills() {
  for (const url of stills.values()) if (url) URL.revokeObjectURL(url);
  stills.clear();
  at('coming').hidden = true;
}

async function showComing() {
  const image = at('coming'), step = state.step + 1, number = film.number;
  const known = stills.get(step);
  if (known) {
    if (image.src !== known) putPicture(image, known);
    image.hidden = false;
    return;
  }
  image.hidden = true;
  if (stills.has(step) || step >= film.steps.length) return;
  stills.set(step, null);
  try {
    const picture = await ask('/console/step/' + number + '/' + step + '.png', {as: 'blob'});
    if (number !== film.number) return;
    if (picture.type !== 'image/png') throw new Error('being made');
    stills.set(step, URL.createObjectURL(picture));
    for (const [old, url] of stills) {
      if (stills.size <= kKeptStills) break;
      if (url && old !== step) {
        URL.revokeObjectURL(url);
        stills.delete(old);
      }
    }
  } catch {
    // Not made yet, or not come: the next look asks again.
    if (number === film.number) stills.delete(step);
  }
}

// ---- The laser pointer ----

let place = null;  // where it points, 0…1 of the picture
let pointing = false;

/// While it points, its place is told as it moves, and now and then where it rests, for the dot goes
/// when nothing is heard of it.
async function point() {
  if (pointing) return;
  pointing = true;
  let told = null, toldAt = 0;
  while (place) {
    const now = performance.now();
    if (place !== told || now - toldAt > kStillThere) {
      told = place;
      toldAt = now;
      if (!await send('laser ' + told.x.toFixed(4) + ' ' + told.y.toFixed(4))) tellUnsent();
    }
    await pause(kBetweenPlaces);
  }
  await send('laser off');
  pointing = false;
  if (place) point();
}

function aim(x, y) {
  const within = (share) => Math.min(1, Math.max(0, share));
  place = {x: within(x), y: within(y)};
  const dot = at('dot');
  dot.style.left = place.x * 100 + '%';
  dot.style.top = place.y * 100 + '%';
  dot.hidden = false;
  point();
}

function letGo() {
  place = null;
  at('dot').hidden = true;
}

function takePointer(event) {
  const box = at('picture').getBoundingClientRect();
  aim((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
}

const kArrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
let keyed = {x: 0.5, y: 0.5}, idle = null;

function aimByKey(event) {
  const arrow = kArrows[event.key];
  if (event.key === 'Escape') return letGo();
  if (!arrow) return;
  event.preventDefault();
  event.stopPropagation();
  const stride = event.shiftKey ? 0.1 : 0.02;
  if (place || idle) keyed = {x: keyed.x + stride * arrow[0], y: keyed.y + stride * arrow[1]};
  aim(keyed.x, keyed.y);
  keyed = place;
  clearTimeout(idle);
  idle = setTimeout(() => { idle = null; letGo(); }, 2000);
}

function listenToPicture() {
  const picture = at('picture');
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    picture.setPointerCapture(event.pointerId);
    takePointer(event);
  });
  picture.addEventListener('pointermove', (event) => {
    if (picture.hasPointerCapture(event.pointerId)) takePointer(event);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture', 'blur'])
    picture.addEventListener(end, letGo);
  picture.addEventListener('contextmenu', (event) => event.preventDefault());
  picture.addEventListener('keydown', aimByKey);
}

// ---- Hands ----

/// As a clicker: only where the keys do nothing else.
function pressKey(event) {
  const meant = {ArrowRight: 'next', PageDown: 'next', ArrowLeft: 'back', PageUp: 'back'}[event.key];
  const elsewhere = at('list').open || at('notes').contains(document.activeElement);
  if (!meant || elsewhere || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  obey(meant);
}

function listen() {
  at('next').addEventListener('click', () => obey('next'));
  at('back').addEventListener('click', () => obey('back'));
  at('black').addEventListener('click', () => obey('black'));
  at('chapters').addEventListener('click', () => at('list').showModal());
  at('close').addEventListener('click', () => at('list').close());
  at('restart').addEventListener('click', () => {
    at('list').close();
    obey('timer');
  });
  at('list').addEventListener('click', (event) => {
    if (event.target === at('list')) at('list').close();
  });
  listenToPicture();
  document.addEventListener('keydown', pressKey);
  document.addEventListener('visibilitychange', lookSoon);
  window.addEventListener('online', lookSoon);
  window.addEventListener('hashchange', lookSoon);
  setInterval(() => {
    showTimes();
    showAlarm();
  }, 250);
}

listen();
look();
