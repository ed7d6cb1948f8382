/** Secrets that show what they are by their own shape, wherever they stand. The order is free: none overlaps. */

export interface TokenShape {
  id: string;
  pattern: RegExp;
}

const NOT_IN_WORD = '(?<![A-Za-z0-9])';

export const TOKEN_SHAPES: readonly TokenShape[] = [
  // -----BEGIN RSA PRIVATE KEY-----, also with \n or %0A inside, also when its end was cut off.
  {
    id: 'key-block',
    pattern:
      /-----BEGIN(?: |%20|\+)[A-Z0-9 +%\n]{1,60}-----(?:[^-]|-(?!----)){0,40000}?(?:-----END(?: |%20|\+)[A-Z0-9 +%]{1,60}-----|(?=\n[^\nA-Za-z0-9+/=\s])|$)/g,
  },
  // Cut off, with a long text behind it that looks no different at first: as far as it stands in lines of its own.
  {
    id: 'key-block',
    pattern:
      /-----BEGIN(?: |%20|\+)[A-Z0-9 +%\n]{1,60}-----(?:(?:\\[nr]|%0A|[\s>|]){0,24}[A-Za-z0-9+/=]{1,4096}(?=\\[nr]|%0A|\s{0,8}(?:\n|$)|["'&]))*/g,
  },
  // Base64 of "-----BEGIN": kubeconfig's client-key-data and the like.
  // Base64 of “openssh-key-v1”: the body of an OpenSSH key without its head.
  { id: 'key-block', pattern: /b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/=_-]*/g },
  { id: 'key-block', pattern: /LS0tLS1CRUdJT[A-Za-z0-9+/=_-]{10,}(?:%3D){0,2}/g },
  {
    id: 'jwt',
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.(?:eyJ)?[A-Za-z0-9_-]{4,}(?:\.[A-Za-z0-9_-]*)?/g,
  },
  { id: 'aws-key', pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { id: 'gcp-key', pattern: /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/g },
  { id: 'gcp-token', pattern: /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_.-]{20,}/g },
  { id: 'gcp-token', pattern: /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{20,}/g },
  // Azure client secrets carry ~ and Q at known places; storage keys are 88 characters of base64.
  { id: 'azure-key', pattern: /(?<![A-Za-z0-9])[A-Za-z0-9_~.-]{3}[78]Q(?:~|%7E)[A-Za-z0-9_~.-]{31,34}/g },
  { id: 'azure-key', pattern: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}(?:==|%3D%3D)/g },
  { id: 'github-token', pattern: /(?<![A-Za-z0-9])gh[opusr]_[A-Za-z0-9]{20,}/g },
  { id: 'github-token', pattern: /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,}/g },
  { id: 'gitlab-token', pattern: /(?<![A-Za-z0-9])gl(?:pat|rt|dt|cbt|soat)-[A-Za-z0-9_-]{16,}/g },
  { id: 'slack-token', pattern: /(?<![A-Za-z0-9])xox[abeprs](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}/g },
  // Whoever has the address of a webhook may write.
  {
    id: 'webhook',
    pattern: /hooks\.slack\.com(?:\/|%2F)(?:services|workflows|triggers)(?:\/|%2F)[A-Za-z0-9/%]{10,}/gi,
  },
  {
    id: 'webhook',
    pattern: /(?<=discord(?:app)?\.com(?:\/|%2F)api(?:\/|%2F)webhooks(?:\/|%2F))[\w/%-]{20,}/gi,
  },
  { id: 'webhook', pattern: /(?<=webhook\.office\.com(?:\/|%2F))[\w/%@-]{20,}/gi },
  { id: 'webhook', pattern: /(?<=events\.pagerduty\.com\/integration\/)[\w-]{16,}/gi },
  { id: 'telegram-token', pattern: /(?<![\w])(?:(?<=bot)|(?<!\w))\d{8,10}(?::|%3A)AA[A-Za-z0-9_-]{30,}/g },
  { id: 'stripe-key', pattern: /(?<![A-Za-z0-9])(?:sk|pk|rk)_(?:live|test)_[A-Za-z0-9]{10,}/g },
  { id: 'stripe-key', pattern: /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{16,}/g },
  { id: 'api-key', pattern: /(?<![A-Za-z0-9])sk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9_-]{20,}/g },
  { id: 'api-key', pattern: /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  {
    id: 'api-key',
    pattern:
      /(?<![A-Za-z0-9])(?:npm|dop_v1|doo_v1|hf|pul|rubygems|sntrys|dckr_pat|atlasv1|glc)_[A-Za-z0-9_=-]{20,}/g,
  },
  {
    id: 'api-key',
    pattern: /(?<![A-Za-z0-9])(?:dckr_pat_|pypi-|NRAK-|shpat_|EAAC|xapp-|key-)[A-Za-z0-9_-]{24,}/g,
  },
  {
    id: 'api-key',
    pattern:
      /(?<![A-Za-z0-9])(?:ATATT3|ATCTT3|ATBB|CFPAT-|CCIPAT_|PMAK-|LTAI|tskey-(?:auth|api|client)-|nvapi-|xai-|gsk_|r8_|sbp_|figd_|glsa_|ntn_|lin_api_|tfp_|dapi(?=[0-9a-f]{32}))[A-Za-z0-9_=-]{16,}/g,
  },
  { id: 'api-key', pattern: /(?<![A-Za-z0-9])(?:SK|AC)[0-9a-f]{32}(?![A-Za-z0-9])/g },
  // Grafana's keys and other JSON in base64: {"k": {"t": …
  { id: 'api-key', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9+/_-]{24,}={0,2}/g },
  // <service>_<kind>_<key>: a row of letters and digits this long behind an underscore is no word.
  {
    id: 'api-key',
    pattern:
      /(?<![A-Za-z0-9_])[a-z]{2,8}(?:_[a-z0-9]{1,8})?_(?![0-9a-f]+(?![A-Za-z0-9]))(?=[A-Za-z]*\d)[A-Za-z0-9]{24,}(?![A-Za-z0-9_])/g,
  },
  { id: 'openshift-token', pattern: /(?<![A-Za-z0-9])sha256~[A-Za-z0-9_-]{20,}/g },
  { id: 'vault-token', pattern: /(?<![\w.])s\.[A-Za-z0-9]{24}(?![\w.])/g },
  { id: 'vault-token', pattern: /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{20,}/g },
  { id: 'age-key', pattern: /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{20,}/g },
  { id: 'eks-token', pattern: /(?<![A-Za-z0-9])k8s-aws-v1\.[A-Za-z0-9_-]{10,}/g },
  // kubeadm's bootstrap tokens: six characters, a dot, sixteen; both must mix letters and digits.
  {
    id: 'bootstrap-token',
    pattern:
      /(?<![A-Za-z0-9.-])(?=[a-z0-9.]*\d)[a-z0-9]{6}\.(?=[a-z]*\d[a-z0-9]*[a-z]|[a-z0-9]*[a-z]\d)[a-z0-9]{16}(?![A-Za-z0-9.-])/g,
  },
  { id: 'card', pattern: /(?<![\d-])[3-6]\d{3}([ -])\d{4}\1\d{4}\1\d{4}(?![\d-])/g },
  { id: 'password-hash', pattern: /\$(?:2[aby]|5|6|y|argon2id?)\$[A-Za-z0-9./$=,]{20,}/g },
  {
    id: 'ssh-key',
    pattern: new RegExp(`${NOT_IN_WORD}AAAA(?:B3Nza|C3Nza|E2Vj)[A-Za-z0-9+/]{20,}={0,3}`, 'g'),
  },
];
