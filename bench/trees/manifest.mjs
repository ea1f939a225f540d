import { IMAGES, OTHERS } from './images.mjs';

const container = (name, image, random) => `
        - name: ${name}
          image: ${image}
          imagePullPolicy: IfNotPresent
          args: ['--v=${random.below(5)}', '--leader-election', '--timeout=${random.below(300)}s']
          env:
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
          resources:
            requests: { cpu: ${random.below(900) + 100}m, memory: ${random.below(900) + 100}Mi }
          # Probes are on purpose more patient than the defaults.
          livenessProbe:
            httpGet:
              path: /healthz
              port: ${8000 + random.below(1000)}
            initialDelaySeconds: ${random.below(60)}`;

/** A Deployment and its Service; each of its images is at `registry` or, if there is none, elsewhere. */
export function manifest(name, registry, random) {
  const images = Array.from({ length: 1 + random.below(3) }, () =>
    registry ? `${registry}/${random.pick(IMAGES)}` : random.pick(OTHERS),
  );
  if (registry) images.push(random.pick(OTHERS));
  const containers = images.map((image, index) => container(`${name}-${index}`, image, random));
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: team-${random.below(40)}
  labels: &labels
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: platform
spec:
  replicas: ${1 + random.below(9)}
  selector:
    matchLabels: *labels
  template:
    metadata:
      labels: *labels
    spec:
      containers:${containers.join('')}
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: { app.kubernetes.io/name: ${name} }
  ports:
    - name: http
      port: ${8000 + random.below(1000)}
`;
}
