// All of these were served by k8s.gcr.io, so a fix of any of them is safe.
export const IMAGES = [
  'pause:3.2',
  'ingress-nginx/controller:v1.6.4',
  'sig-storage/csi-provisioner:v3.4.0',
  'sig-storage/csi-attacher:v4.2.0',
  'sig-storage/livenessprobe:v2.9.0',
  'metrics-server/metrics-server:v0.6.2',
  'coredns/coredns:v1.9.3',
  'kube-state-metrics/kube-state-metrics:v2.4.1',
  'autoscaling/cluster-autoscaler:v1.26.1',
  'dns/k8s-dns-node-cache:1.22.11',
];
export const OTHERS = [
  'nginx:1.25',
  'quay.io/prometheus/node-exporter:v1.6.1',
  'ghcr.io/fluxcd/flux-cli:v2.0.1',
];
