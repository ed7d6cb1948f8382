/** Images and hosts: what is private goes, the tag and what signatures read of the last path element stay. */

import { IS, pattern, QUOTE } from './forms';
import { isPublicHost, isPublicImage } from './keep';

const TAG = '(?=:[\\w][\\w.-]{0,127}|@sha256|["\'`\\s,;)\\]\\\\]|”|$)';
const PATH = '[a-z0-9]+(?:[._-]+[a-z0-9]+)*';
const REGISTRY = '(?:[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+){1,6}|localhost)(?::\\d{2,5})?';

/** image: registry.corp/team/app:1.2.3     pulling image "…"     docker pull … */
export const IMAGE_RULES: readonly RegExp[] = [
  pattern(
    `(?:\\bimages?(?:[_-]?(?:name|ref|id))?${QUOTE}?(?:${IS}|[ \\t]{1,4})|(?:docker|crictl|ctr|podman|nerdctl)(?: images?)? (?:pull|push|rmi?) |docker-pullable://)(?:\\[)?${QUOTE}?(?<img>(?:${REGISTRY}/)?${PATH}(?:/${PATH}){0,6})${TAG}`,
    'gim',
  ),
  // registry.corp/team/app:1.2.3 anywhere, when it has a tag or a digest
  pattern(
    `(?<![\\w./:@-])(?<img>${REGISTRY}(?:/${PATH}){1,6})(?=:[\\w][\\w.-]{0,127}(?![\\w/])|@sha256)`,
    'gm',
  ),
];

/** `returns image reference "sha256:…"` names no image. */
const WORDS = /^(?:reference|references)$/;

export const isPrivateImage = (image: string): boolean =>
  !isPublicImage(image) &&
  !WORDS.test(image) &&
  /[a-z]/i.test(image) &&
  !/\.(?:go|c|h|rs|py|js|java)$|\/v\d+(?:(?:alpha|beta)\d+)?$/.test(image);

const TLD =
  '(?:com|net|org|io|dev|cloud|local|internal|intranet|intra|corp|lan|home|localdomain|localnet|private|company|tech|co|ai|eu|de|at|ch|fr|uk|nl|be|it|es|pt|pl|cz|ru|ua|us|ca|br|in|cn|jp|kr|au|se|no|fi|dk|info|biz|online|site|xyz|example)';

/** Services of clouds whose hosts begin with a customer's own name. The service stays readable. */
const CLOUD_SERVICES = [
  '(?:gr7\\.|sk1\\.|yl4\\.)?(?:[a-z]{2}-[a-z]{3,12}-\\d\\.)?(?:elb|rds|eks|compute|cache|es|redshift|docdb|efs|s3|mq|execute-api|kafka)(?:\\.[a-z]{2}-[a-z]{3,12}-\\d)?\\.amazonaws\\.com',
  '(?:blob|file|queue|table|dfs)\\.core\\.windows\\.net',
  '(?:database|servicebus)\\.windows\\.net',
  '(?:vault|documents|redis|postgres\\.database|mysql\\.database)(?:\\.cache)?\\.(?:azure\\.net|azure\\.com|windows\\.net)',
  '(?:hcp|privatelink)?\\.?[a-z0-9]{3,20}\\.azmk8s\\.io',
  '(?:webhook\\.office|azurewebsites|azurecr|cloudapp\\.azure)\\.(?:com|net|io)',
  '(?:bc\\.googleusercontent|appspot|run|cloudfunctions)\\.(?:com|app|net)',
  '(?:grafana|mongodb|atlassian|okta|auth0)\\.(?:net|com)',
].join('|');

/** api.corp.com; no Java package (com.corp.Api), no label key (io.kubernetes.…), no file. */
export const HOST_RULES: readonly RegExp[] = [
  // shop-db.c9akciq32.eu-west-1.rds.amazonaws.com
  pattern(
    `(?<![\\w.@-])(?<host>[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.){0,2}?[A-Za-z0-9-]{0,62})(?=\\.(?:${CLOUD_SERVICES})(?![\\w-]))`,
    'gi',
  ),
  pattern(
    `(?<![\\w.@-])(?!(?:com|org|net|io|dev|de|ru|cn)\\.)(?:(?<=%2[Ff]))?(?<host>(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?\\.){1,8}${TLD})(?![\\w-]|\\.[A-Za-z0-9])`,
    'gi',
  ),
  // The host of a URL, also without a domain.
  pattern(
    `(?<=[a-z][a-z0-9+]{1,10}(?:://|%3A%2F%2F)(?:REDACTED(?:(?::|%3A)REDACTED)?(?:@|%40))?)(?<host>[A-Za-z][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{1,63}){0,8})(?=[:/?#"'\\s%\\\\,;)]|$)`,
    'gim',
  ),
  // dial tcp: lookup api on 10.0.0.2:53
  pattern(`(?<=\\blookup )(?<host>[A-Za-z0-9][A-Za-z0-9.-]{0,251}[A-Za-z0-9])(?= |:)`),
];

/** `pod.cluster.local` and its like are other rules' work; a number alone is no host. */
export const isPrivateHost = (host: string): boolean =>
  !isPublicHost(host) &&
  !/^(?:unix|localhost|docker|containerd|kubernetes|etcd|npipe|fd|run|var|etc|redacted|index)$/i.test(host);
