import { meta } from './chart-pods.mjs';

/** The pods that end. */

export const cronJob = (name, random) => `{{- if .Values.job.enabled }}
apiVersion: batch/v1
kind: CronJob
${meta(name, 'cleanup')}
  annotations:
    helm.sh/hook: pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  schedule: {{ .Values.job.schedule | quote }}
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: ${1 + random.below(4)}
  jobTemplate:
    spec:
      backoffLimit: {{ .Values.job.backoffLimit }}
      template:
        metadata:
          labels:
            {{- include "${name}.selectorLabels" . | nindent 12 }}
        spec:
          restartPolicy: OnFailure
          serviceAccountName: {{ include "${name}.serviceAccountName" . }}
          containers:
            - name: cleanup
              image: {{ .Values.job.image }}
              command: ["/bin/cleanup", "--older-than=${1 + random.below(90)}d"]
              securityContext:
                {{- toYaml .Values.securityContext | nindent 16 }}
          {{- with .Values.nodeSelector }}
          nodeSelector:
            {{- toYaml . | nindent 12 }}
          {{- end }}
{{- end }}
`;

/** The image that nobody thought of making a value until it was asked for. */
export const testPod = (name, image, random) => `apiVersion: v1
kind: Pod
${meta(name, 'test')}
  annotations:
    helm.sh/hook: test
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  restartPolicy: Never
  terminationGracePeriodSeconds: ${random.below(30)}
  securityContext:
    {{- toYaml .Values.podSecurityContext | nindent 4 }}
  containers:
    - name: connection
      image: {{ .Values.testImage | default "${image}" }}
      command: ["sh", "-c"]
      args:
        - |
          set -eu
          for attempt in 1 2 3 4 5; do
            if wget -q -T 5 -O- "http://{{ include "${name}.fullname" . }}:{{ .Values.service.port }}/healthz"; then
              exit 0
            fi
            echo "attempt $attempt has failed"
            sleep ${1 + random.below(9)}
          done
          exit 1
      securityContext:
        {{- toYaml .Values.securityContext | nindent 8 }}
      resources:
        limits:
          cpu: 50m
          memory: 32Mi
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
`;
