/** Frame names, made comparable across kernels and Go builds. */

/** Clones and split-off pieces that GCC and LLVM make of one function. */
const CLONE = /(?:\.(?:isra|constprop|part|cold|llvm|lto_priv)(?:\.\d+)?)+$/;
/** One system call under the names that its wrappers had from 2.6 to 6.x. */
const SYSCALL = /^(?:SyS_|SYSC_|ksys_|__(?:x64|ia32|x32|arm64|riscv|s390|s390x|se|do)_sys_)/;
const COMPAT = /^(?:compat_S[yY]SC?_|C_SYSC_|__(?:ia32|x32|arm64|s390|se|do)_compat_sys_)/;

/** `SyS_wait4`, `__x64_sys_wait4`, `ksys_sync`, `foo.isra.3` → `sys_wait4`, `sys_sync`, `foo`. */
export function frameName(symbol: string): string {
  const bare = symbol.startsWith('.') ? symbol.slice(1) : symbol;
  return bare.replace(CLONE, '').replace(SYSCALL, 'sys_').replace(COMPAT, 'compat_sys_');
}

/** `k8s.io/kubernetes/vendor/google.golang.org/grpc.Invoke` → `google.golang.org/grpc.Invoke`. */
export function goName(symbol: string): string {
  const vendor = symbol.lastIndexOf('/vendor/');
  return vendor < 0 ? symbol : symbol.slice(vendor + 8);
}
