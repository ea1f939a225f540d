import { cronJob, testPod } from './chart-jobs.mjs';
import { namedTemplates, notes } from './chart-named-templates.mjs';
import { configMap, ingress, rbac, service } from './chart-objects.mjs';
import { daemonSet, deployment } from './chart-pods.mjs';

/** The ten templates of a chart, by name. */
export const chartTemplates = (name, { test }, random) => ({
  '_helpers.tpl': namedTemplates(name),
  'NOTES.txt': notes(name),
  'deployment.yaml': deployment(name, random),
  'daemonset.yaml': daemonSet(name, random),
  'cronjob.yaml': cronJob(name, random),
  'tests/connection.yaml': testPod(name, test, random),
  'service.yaml': service(name),
  'ingress.yaml': ingress(name),
  'rbac.yaml': rbac(name, random),
  'configmap.yaml': configMap(name, random),
});
