/** Registries, code hosts and API groups that everybody uses. */

/** Public places: registries of images, code hosts, and the API groups of Kubernetes. */
export const PUBLIC_HOSTS =
  /(?:^|\.)(?:k8s\.io|kubernetes\.io|gcr\.io|docker\.io|docker\.com|quay\.io|ghcr\.io|mcr\.microsoft\.com|registry\.access\.redhat\.com|github\.com|githubusercontent\.com|gitlab\.com|golang\.org|google\.golang\.org|googleapis\.com|google\.com|gopkg\.in|uber\.org|kernel\.org|python\.org|npmjs\.org|pypi\.org|debian\.org|ubuntu\.com|centos\.org|redhat\.com|openshift\.io|coreos\.com|cncf\.io|istio\.io|cilium\.io|projectcalico\.org|prometheus\.io|cert-manager\.io|helm\.sh|letsencrypt\.org|openssl\.org|apache\.org|nginx\.org|nginx\.com|stackoverflow\.com|etcd\.io|containerd\.io|opencontainers\.org|coredns\.io|cluster\.local|example\.com|example\.org|faultbook\.example|ec2\.internal|compute\.internal|amazonaws\.com|azure\.com|windows\.net|hashicorp\.com|elastic\.co|lwn\.net|redis\.io|ceph\.com|newrelic\.com|datadoghq\.com|sentry\.io|slack\.com|localhost\.localdomain|webhook\.office\.com|azure\.net|azmk8s\.io|azurewebsites\.net|azurecr\.io|googleusercontent\.com|appspot\.com|run\.app|cloudfunctions\.net|grafana\.net|mongodb\.net|mongodb\.com|atlassian\.net|okta\.com|auth0\.com)$/i;

/** Prefixes of an image that anybody can pull. */
export const PUBLIC_IMAGES =
  /^(?:(?:registry\.)?k8s\.io\/|(?:[a-z]+\.)?k8s\.gcr\.io\/|gcr\.io\/google[_-]containers\/|quay\.io\/(?:coreos|kubernetes-ingress-controller|prometheus|calico|cilium|jetstack)\/|docker\.io\/(?:library|calico|kindest|rancher)\/|mcr\.microsoft\.com\/|library\/|calico\/|rancher\/|jimmidyson\/|ingress-nginx\/)/;
