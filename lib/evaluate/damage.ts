/** What terminals, mail programs, web pages and log collectors do to a paste, for tests and for the evaluation. */

export interface Damage {
  id: string;
  apply(text: string): string;
}

const each = (text: string, change: (line: string, index: number) => string): string =>
  text.split('\n').map(change).join('\n');

/** Cuts at a column, in the middle of words. */
export function wrapHard(text: string, width: number): string {
  return each(text, (line) =>
    line === '' ? '' : line.match(new RegExp(`.{1,${width}}`, 'gsu'))!.join('\n'),
  );
}

/** Breaks at the last blank that fits; a word longer than the line stays whole on a line of its own. */
export function wrapWords(text: string, width: number): string {
  return each(text, (line) => {
    const out: string[] = [];
    let rest = line;
    while (rest.length > width) {
      let cut = rest.lastIndexOf(' ', width);
      if (cut <= 0 || rest.slice(0, cut).trim() === '') cut = rest.indexOf(' ', width);
      if (cut <= 0) break;
      out.push(rest.slice(0, cut).trimEnd());
      rest = rest.slice(cut).trimStart();
    }
    if (rest !== '' || out.length === 0) out.push(rest);
    return out.join('\n');
  });
}

function curly(text: string): string {
  let open = false;
  return text
    .replace(/"/g, () => ((open = !open) ? '\u201c' : '\u201d'))
    .replace(/(^|[\s([])'/gm, '$1\u2018')
    .replace(/'/g, '\u2019');
}

const COLOURS = ['31', '1;33', '0;36', '38;5;208'];

function colour(line: string, index: number): string {
  if (line === '') return line;
  const end = Math.min(line.length, 5 + (index % 7));
  return `\u001b[${COLOURS[index % COLOURS.length]}m${line.slice(0, end)}\u001b[0m${line.slice(end)}\u001b[K`;
}

/** Order is the order of reports. */
export const DAMAGES: readonly Damage[] = [
  { id: 'crlf', apply: (text) => text.replace(/\n/g, '\r\n') },
  { id: 'colour', apply: (text) => each(text, colour) },
  { id: 'quote-marks', apply: (text) => each(text, (line) => `> ${line}`) },
  { id: 'nested-quotes', apply: (text) => each(text, (line) => `> > ${line}`) },
  { id: 'indent-4', apply: (text) => each(text, (line) => (line === '' ? '' : `    ${line}`)) },
  { id: 'wrap-80', apply: (text) => wrapHard(text, 80) },
  { id: 'wrap-117', apply: (text) => wrapHard(text, 117) },
  { id: 'words-80', apply: (text) => wrapWords(text, 80) },
  { id: 'numbers-colon', apply: (text) => each(text, (line, i) => `${i + 1}: ${line}`) },
  { id: 'numbers-glued', apply: (text) => each(text, (line, i) => `${i + 1}${line}`) },
  { id: 'numbers-tab', apply: (text) => each(text, (line, i) => `${String(i + 1).padStart(6)}\t${line}`) },
  { id: 'curly-quotes', apply: curly },
  {
    id: 'html-entities',
    apply: (text) =>
      text.replace(
        /[&<>"']/g,
        (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char]!,
      ),
  },
  { id: 'nbsp', apply: (text) => text.replace(/ /g, '\u00a0') },
  { id: 'code-fence', apply: (text) => `\`\`\`text\n${text.replace(/\n$/, '')}\n\`\`\`\n` },
  { id: 'pod-prefix', apply: (text) => each(text, (line) => `[pod/web-6b7c4f9d5-k2x4m/app] ${line}`) },
  { id: 'noise-between', apply: (text) => withNoiseBetween(text, 20) },
  { id: 'noise-around', apply: (text) => withNoiseAround(text, 40_000) },
];

/** Same seed, same noise: mulberry32, a generator of 32 bits (public domain, Tommy Ettinger). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface NoiseWords {
  clock: string;
  micro: string;
  pod: string;
  uid: string;
  id: string;
  number: string;
}

/** What a healthy node says all day; none of it is evidence of anything. */
const NOISE: readonly ((words: NoiseWords) => string)[] = [
  (w) =>
    `kubelet[1893]: I0614 ${w.clock}.${w.micro}    1893 kubelet_getters.go:187] "Pod status updated" pod="kube-system/${w.pod}" status="Running"`,
  (w) =>
    `kubelet[1893]: I0614 ${w.clock}.${w.micro}    1893 reconciler_common.go:258] "operationExecutor.VerifyControllerAttachedVolume started for volume \\"kube-api-access-${w.id.slice(0, 5)}\\" (UniqueName: \\"kubernetes.io/projected/${w.uid}-kube-api-access-${w.id.slice(0, 5)}\\") pod \\"${w.pod}\\" (UID: \\"${w.uid}\\") " pod="default/${w.pod}"`,
  (w) =>
    `kubelet[1893]: I0614 ${w.clock}.${w.micro}    1893 pod_startup_latency_tracker.go:102] "Observed pod startup duration" pod="default/${w.pod}" podStartSLOduration=1.${w.number}`,
  (w) =>
    `systemd[1]: run-containerd-runc-k8s.io-${w.id}${w.id}-runc.${w.id.slice(0, 6)}.mount: Deactivated successfully.`,
  (w) => `systemd[1]: Started cri-containerd-${w.id}${w.id}.scope - libcontainer container ${w.id}${w.id}.`,
  () => 'systemd[1]: Starting systemd-tmpfiles-clean.service - Cleanup of Temporary Directories...',
  () => 'systemd[1]: Finished systemd-tmpfiles-clean.service - Cleanup of Temporary Directories.',
  (w) =>
    `containerd[1120]: time="2024-06-14T${w.clock}.${w.micro}000Z" level=info msg="ImageUpdate event name:\\"registry.example/shop/app:1.${w.number}\\""`,
  (w) => `chronyd[702]: Selected source 192.0.2.${w.number}`,
  (w) => `CRON[${w.number}17]: pam_unix(cron:session): session opened for user root(uid=0) by (uid=0)`,
  (w) => `systemd-logind[688]: New session ${w.number} of user ops.`,
];

/** Healthy journal lines of one node, a second or so apart. */
export function noise(count: number, seed = 1): string[] {
  const random = generator(seed);
  const lines: string[] = [];
  let seconds = 6 * 3600;
  for (let i = 0; i < count; i++) {
    seconds += random() < 0.5 ? 1 : 0;
    const hex = (size: number): string =>
      Array.from({ length: size }, () => Math.floor(random() * 16).toString(16)).join('');
    const pad = (value: number): string => String(value % 60).padStart(2, '0');
    const clock = `${String(Math.floor(seconds / 3600) % 24).padStart(2, '0')}:${pad(Math.floor(seconds / 60))}:${pad(seconds)}`;
    const words: NoiseWords = {
      clock,
      micro: String(Math.floor(random() * 1e6)).padStart(6, '0'),
      pod: `web-${hex(9)}-${hex(5)}`,
      uid: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      id: hex(32),
      number: String(10 + Math.floor(random() * 240)),
    };
    lines.push(`Jun 14 ${clock} node-a ${NOISE[Math.floor(random() * NOISE.length)]!(words)}`);
  }
  return lines;
}

/** `count` lines of noise between any two lines. */
export function withNoiseBetween(text: string, count: number): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .flatMap((line, i) => (i === 0 ? [line] : [...noise(count, i), line]))
    .join('\n')
    .concat('\n');
}

/** The paste in the middle of `count` lines of noise. */
export function withNoiseAround(text: string, count: number): string {
  const half = Math.floor(count / 2);
  return [...noise(half, 7), text.replace(/\n$/, ''), ...noise(count - half, 8)].join('\n').concat('\n');
}
