import { describe, expect, it } from 'vitest';
import { traceLeft } from './trace-left.ts';

const files = new Map(
  Object.entries({
    'web/Chart.yaml': 'name: web\nversion: 1.0.0\n',
    'web/values.yaml': 'image: { host: k8s.gcr.io, path: pause }\n',
    'web/templates/pod.yaml':
      'kind: Pod\nspec:\n  containers:\n    - image: {{ .Values.image.host }}/{{ .Values.image.path }}:3.9\n',
    'web/charts/db/Chart.yaml': 'name: db\nversion: 1.0.0\n',
    'web/charts/db/templates/pod.yaml': 'image: k8s.gcr.io/etcd:3.5.6-0\n',
  }).map(([path, text]) => [path, Buffer.from(text)]),
);
const originOf = (template: string, reference: string) =>
  traceLeft([{ reference, template }], 'web', files)[0]?.origin;

describe('traceLeft', () => {
  it('names the line that prints a reference and the keys that it prints', () => {
    expect(originOf('web/templates/pod.yaml', 'k8s.gcr.io/pause:3.9')).toEqual({
      file: 'web/templates/pod.yaml',
      line: 4,
      values: ['image.host', 'image.path'],
    });
  });

  it('finds the templates of subcharts', () => {
    expect(originOf('web/charts/db/templates/pod.yaml', 'k8s.gcr.io/etcd:3.5.6-0')).toEqual({
      file: 'web/charts/db/templates/pod.yaml',
      line: 1,
      values: [],
    });
  });

  it('says nothing of a template that is not there', () => {
    expect(originOf('web/templates/gone.yaml', 'k8s.gcr.io/pause:3.9')).toBeUndefined();
    expect(originOf('../web/templates/pod.yaml', 'k8s.gcr.io/pause:3.9')).toBeUndefined();
  });
});
