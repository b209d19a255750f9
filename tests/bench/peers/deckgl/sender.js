// Frames go to a worker that writes them out, so that the next one is drawn meanwhile. At most one waits there.
export async function openSender(tag, bytes) {
  const worker = new Worker('/worker.js');
  const free = [];
  let out = 0;
  let wake = () => {};
  const until = async condition => {
    while (!condition()) await new Promise(resolve => { wake = resolve; });
  };
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = event => reject(new Error(event.message));
    worker.postMessage({tag, bytes});
  });
  await fetch('/open', {method: 'POST'});
  worker.onmessage = ({data}) => {
    free.push(data);
    out -= 1;
    wake();
  };
  return {
    buffer: () => free.pop() || new Uint8Array(bytes),
    send: async pixels => {
      worker.postMessage(pixels, [pixels.buffer]);
      out += 1;
      await until(() => out < 2);
    },
    finish: () => until(() => out === 0),
  };
}
