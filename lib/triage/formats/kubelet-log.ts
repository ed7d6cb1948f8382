/** The kubelet's klog, known by its process in the journal or by source files that only the kubelet has. */

import type { Format } from './format';
import { klog, klogConfidence } from './klog';
import { isKubelet, isKubeletProcess } from './kubelet-files';

export const kubeletLog: Format = {
  id: 'kubelet-log',
  starts: 'IWEFabcdefghijklmnopqrstuvwxyz',
  stream: true,
  line(text, _context, line) {
    const confidence = klogConfidence(text);
    if (confidence > 0) return isKubelet(text, line) ? 0.98 : 0;
    // A stack or a wrapped message that the kubelet wrote to the journal.
    return isKubeletProcess(line) ? 0.85 : 0;
  },
  continues: (text, context) => klog.continues!(text, context),
  time: (text, line) => klog.time!(text, line),
};
