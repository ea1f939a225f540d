/** Chart.yaml, with the images that a catalogue of charts shows. */
export const chartYaml = (name, { main, job }, random) => `apiVersion: v2
name: ${name}
description: Runs ${name} in a cluster
type: application
version: ${random.below(4)}.${random.below(30)}.${random.below(10)}
appVersion: "${main.tag}"
kubeVersion: ">=1.20.0-0"
home: https://example.com/${name}
keywords:
  - platform
maintainers:
  - name: platform
    email: platform@example.com
annotations:
  artifacthub.io/images: |
    - name: ${name}
      image: ${main.registry}/${main.repository}:${main.tag}
    - name: cleanup
      image: ${job}
`;

/** As helm-docs writes it. */
export const chartReadme = (name, { main, sidecar, agent, job }) => `# ${name}

Runs ${name} in a cluster.

## Installing

\`\`\`console
$ helm repo add example https://charts.example.com
$ helm install my-release example/${name}
\`\`\`

## Values

| Key | Type | Default | Description |
|-----|------|---------|-------------|
| affinity | object | \`{}\` |  |
| agent.enabled | bool | \`true\` | Whether it runs on each node |
| agent.image.pullPolicy | string | \`"IfNotPresent"\` |  |
| agent.image.registry | string | \`"${agent.registry}"\` |  |
| agent.image.repository | string | \`"${agent.repository}"\` |  |
| agent.image.tag | string | \`"${agent.tag}"\` |  |
| autoscaling.enabled | bool | \`true\` |  |
| autoscaling.minReplicas | int | \`1\` |  |
| fullnameOverride | string | \`""\` |  |
| image.pullPolicy | string | \`"IfNotPresent"\` |  |
| image.registry | string | \`"${main.registry}"\` |  |
| image.repository | string | \`"${main.repository}"\` |  |
| image.tag | string | \`"${main.tag}"\` |  |
| imagePullSecrets | list | \`[]\` |  |
| ingress.className | string | \`"nginx"\` |  |
| ingress.enabled | bool | \`true\` |  |
| job.enabled | bool | \`true\` |  |
| job.image | string | \`"${job}"\` | Runs before each upgrade |
| nameOverride | string | \`""\` |  |
| nodeSelector."kubernetes.io/os" | string | \`"linux"\` |  |
| podDisruptionBudget.minAvailable | int | \`1\` |  |
| replicaCount | int | \`1\` | How many of the pods run at a time |
| service.port | int | \`80\` |  |
| service.type | string | \`"ClusterIP"\` |  |
| serviceAccount.create | bool | \`true\` |  |
| sidecar.enabled | bool | \`true\` |  |
| sidecar.image.pullPolicy | string | \`"IfNotPresent"\` |  |
| sidecar.image.repository | string | \`"${sidecar.repository}"\` |  |
| sidecar.image.tag | string | \`"${sidecar.tag}"\` |  |
| tolerations | list | \`[]\` |  |
`;
