// Carries frames out of the browser: into the page's own file, which the server reads once it is told to.
let file;
let before = Promise.resolve();

async function open({tag, bytes}) {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('slot', {create: true});
  file = await handle.createSyncAccessHandle();
  file.truncate(bytes);
  file.write(new TextEncoder().encode(tag), {at: 0});
  file.flush();
  postMessage('open');
}

async function send(pixels) {
  file.write(pixels, {at: 0});
  await fetch('/frame', {method: 'POST'});
  postMessage(pixels, [pixels.buffer]);
}

onmessage = ({data}) => {
  before = before.then(() => (data.tag ? open(data) : send(data)));
};
