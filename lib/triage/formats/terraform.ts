/** Terraform: plans, progress, errors in their boxes. */

import type { Format } from './format';

/**
 * google_container_cluster.cluster: Still modifying... [10s elapsed]
 * module.gke.google_container_node_pool.pools["a"]: Creating...
 */
const PROGRESS =
  /^\s{0,4}(?:module\.[\w.[\]"-]{1,120}\.)?[a-z][a-z0-9]{1,30}_[a-z0-9_]{1,60}\.[\w-]{1,60}(?:\["?[\w/.-]{1,60}"?\])?: (?:Still |Creat|Modify|Destroy|Refreshing|Reading|Creation |Read complete|Error )/;
/** google_container_cluster.cluster: Error waiting for updating GKE master version: … */
const OTHER =
  /^\s{0,4}(?:Terraform (?:will perform|used|has been|v\d)|Plan: \d+ to add, \d+ to change|Apply complete! |Error: Error (?:waiting|creating|updating|deleting|reading|applying)|[│╷╵|] ?(?:Error: |Warning: |  on \S+\.tf line \d)|[│|] ? ?with [\w.[\]"-]{1,200},$|  # (?:module\.)?[\w.[\]"-]{3,200} (?:will be|must be) |\s*on \S{1,100}\.tf line \d+)/;

export const terraform: Format = {
  id: 'terraform',
  line: (text) => (PROGRESS.test(text) || OTHER.test(text) ? 0.9 : 0),
  continues: (text) => /^[│╷╵|]/.test(text) || /^ {2,}[+~-] /.test(text),
};
