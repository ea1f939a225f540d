interface ChartParts {
  /** Further lines of Chart.yaml. */
  readonly chart?: string;
  readonly values?: string;
  /** Further lines of the annotations in the template, and what follows its containers. */
  readonly annotations?: string;
  readonly rest?: string;
}

const VALUES = 'image:\n  registry: k8s.gcr.io\n  repository: pause\n  tag: "3.1"\n';

/** A chart whose template joins a reference from three keys. */
export function chartFiles(folder: string, parts: ChartParts = {}): Record<string, string> {
  const { chart = '', values = VALUES, annotations = '', rest = '' } = parts;
  const name = folder.split('/').at(-1) ?? folder;
  return {
    [`${folder}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n${chart}`,
    [`${folder}/values.yaml`]: values,
    [`${folder}/templates/pod.yaml`]: `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Chart.Name }}
  annotations:
    a: b
${annotations}spec:
  containers:
    - name: a
      image: "{{ .Values.image.registry }}/{{ .Values.image.repository }}:{{ .Values.image.tag }}"
${rest}`,
  };
}
