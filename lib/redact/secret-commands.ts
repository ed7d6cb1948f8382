/** Secrets on a command line and in the files of tools, where no key with `=` or `:` names them. */

import { BARE, pattern, QUOTED } from './forms';
import { SECRET_WORD } from './secret-keys';
import { mask, REST, type SecretRule } from './secret-rule';

const WORD = String.raw`${QUOTED}|[^\s"']{1,512}`;
const REST_OF_COMMAND = String.raw`[^\n|;]{0,400}?`;

/** `before` up to the value, as it stands; flags of the pattern. */
const row = (before: string, value = WORD, flags = 'g'): SecretRule => ({
  id: 'flag',
  pattern: pattern(`(?<before>${before})(?<value>${value})`, flags),
  put: mask,
});

export const COMMAND_RULES: readonly SecretRule[] = [
  // --password x      --db-pass x      --requirepass x
  {
    id: 'flag',
    pattern: pattern(
      String.raw`(?<before>(?:^|[\s"'])--?[\w-]{0,32}?${SECRET_WORD}${REST}[ \t]+)(?<value>(?!-)${QUOTED}|(?!-)${BARE})`,
      'gim',
    ),
    put: mask,
  },
  // curl -u user:pass      curl --user key
  row(String.raw`\bcurl\b[^\n]{0,400}?[ \t](?:-u|--user)[ \t=]*`),
  // etcdctl --user root:pass      -u name:pass      but docker run -u 1000:1000
  row(
    String.raw`(?:^|[ \t])(?:-u|--user)[ \t=]?["']?[A-Za-z_][\w.@-]{0,64}:`,
    String.raw`(?!\d{1,6}\b)[^\s"'/]{1,256}`,
    'gm',
  ),
  // ETCDCTL_USER=root:pass
  row(
    String.raw`\b[A-Z][A-Z0-9_]{0,40}USER=[A-Za-z_][\w.@-]{0,64}:`,
    String.raw`(?!\d{1,6}\b)[^\s"'/]{1,256}`,
  ),
  // mysql -px      redis-cli -a x      sshpass -p x
  row(
    String.raw`\b(?:sshpass -p[ \t]*|(?:mysql|mysqldump|mysqladmin)\b${REST_OF_COMMAND} -p|redis-cli\b${REST_OF_COMMAND} -a[ \t]+)`,
  ),
  // docker login -p x      ldapsearch -w x      smbclient -U user%x
  row(
    String.raw`\b(?:(?:docker|podman|helm registry|crane|skopeo|oc|az|argocd) login\b|ldap[a-z]+)${REST_OF_COMMAND} -[pw][ \t]+`,
  ),
  row(String.raw`\b(?:smbclient|rpcclient|mount\.cifs)\b${REST_OF_COMMAND} -U[ \t]*[^\s%]{1,64}%`),
  // vault login x      rabbitmqctl add_user name x      chpasswd, htpasswd -b file name x
  row(String.raw`\bvault login[ \t]+`, String.raw`(?!-)[^\s"'=]{8,512}(?![\w=])`),
  row(String.raw`\brabbitmqctl (?:add_user|change_password|authenticate_user)[ \t]+\S{1,64}[ \t]+`),
  row(String.raw`\bhtpasswd -\w*b\w*[ \t]+\S{1,256}[ \t]+\S{1,64}[ \t]+`),
  // kubectl create secret … --from-literal=any=x
  row(String.raw`--from-literal[ =]["']?[\w.-]{1,128}=`, String.raw`${QUOTED}|[^\s"']{1,4096}`),
  // sqlplus scott/x@db      jdbc:oracle:thin:scott/x@//db
  row(
    String.raw`(?:\bsqlplus(?:[ \t]+-\w+)*[ \t]+|oracle:thin:)[\w$#]{1,64}/`,
    String.raw`[^\s@"']{1,128}(?=@)`,
    'gi',
  ),
  // name:x@tcp(db:3306)/orders      name:x@db:5432; an image with tag and digest is none
  row(
    String.raw`(?<![\w/@.:-])[A-Za-z_][\w.-]{0,64}:`,
    String.raw`[^\s:@/"'<>()]{3,128}(?=@(?!sha\d)(?:(?:tcp|unix)\(|[A-Za-z0-9][\w.-]{0,250}:\d{2,5}\b))`,
  ),
  // redis.conf: requirepass x, masterauth x      .netrc: machine x login y password z
  row(String.raw`\b(?:requirepass|masterauth)[ \t]+`, WORD, 'gi'),
  row(String.raw`\bmachine[ \t]+\S{1,256}\s+login\s+\S{1,128}\s+password\s+`),
  // SQL: IDENTIFIED BY 'x'      PASSWORD 'x'
  row(
    String.raw`\b(?:identified(?:[ \t]+with[ \t]+\w+)?[ \t]+by|password)[ \t]+`,
    String.raw`'(?:''|[^'\n]){1,512}'`,
    'gi',
  ),
  // <password>x</password>      <add key="ApiKey" value="x"/>
  row(String.raw`<[\w.:-]{0,64}?${SECRET_WORD}>`, String.raw`[^<>\n]{1,4096}(?=</)`, 'gi'),
  row(
    String.raw`\b(?:key|name)="[\w.:-]{0,64}?${SECRET_WORD}"[ \t]+value=`,
    String.raw`"[^"\n]{1,4096}"`,
    'gi',
  ),
];
