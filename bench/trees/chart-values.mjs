const container = (path, image, indent) => `${indent}${path}:
${Object.entries(image)
  .map(([key, value]) => `${indent}  ${key}: ${value === '' ? '""' : value}`)
  .join('\n')}
${indent}  pullPolicy: IfNotPresent`;

/** Some 120 lines, commented as people comment them. */
export function chartValues(name, { main, sidecar, agent, job }, random) {
  const settings = Array.from(
    { length: 8 + random.below(8) },
    (_, index) => `  SETTING_${index}: "${random.below(10_000)}"`,
  );
  return `# Default values for ${name}. Everything here can be set by who installs it.
nameOverride: ""
fullnameOverride: ""

# -- How many of the pods run at a time
replicaCount: ${1 + random.below(4)}

${container('image', main, '')}

imagePullSecrets: []
# - name: registry-credentials

# The one that asks the first whether it is alive.
sidecar:
  enabled: true
  port: ${9000 + random.below(999)}
${container('image', sidecar, '  ')}
  resources:
    requests:
      cpu: ${10 + random.below(90)}m
      memory: ${16 + random.below(48)}Mi

# Runs on each node.
agent:
  enabled: true
${container('image', agent, '  ')}
  # A node that is about to go needs it still.
  tolerations:
    - operator: Exists
  updateStrategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 1

job:
  enabled: true
  # -- Runs before each upgrade
  image: ${job}
  schedule: "${random.below(60)} * * * *"
  backoffLimit: ${1 + random.below(6)}

serviceAccount:
  create: true
  name: ""
  annotations: {}

podAnnotations:
  prometheus.io/scrape: "true"
  prometheus.io/port: "10254"

podSecurityContext:
  fsGroup: 2000
  runAsNonRoot: true

securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop:
      - ALL

service:
  type: ClusterIP
  port: ${80 + random.below(20)}
  targetPort: http
  annotations: {}

ingress:
  enabled: true
  className: nginx
  hosts:
    - host: ${name}.example.com
      paths:
        - path: /
          pathType: Prefix
  tls:
    - secretName: ${name}-tls
      hosts:
        - ${name}.example.com

resources:
  limits:
    cpu: ${200 + random.below(800)}m
    memory: ${128 + random.below(900)}Mi
  requests:
    cpu: 100m
    memory: 90Mi

autoscaling:
  enabled: true
  minReplicas: 1
  maxReplicas: ${4 + random.below(7)}
  targetCPUUtilizationPercentage: 80

podDisruptionBudget:
  minAvailable: 1

nodeSelector:
  kubernetes.io/os: linux
affinity: {}
tolerations: []

config:
${settings.join('\n')}
`;
}
