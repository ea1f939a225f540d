/** The pods that run on and on. */

export const meta = (name, part) => `metadata:
  name: {{ include "${name}.fullname" . }}-${part}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "${name}.labels" . | nindent 4 }}
    app.kubernetes.io/component: ${part}`;

const env = (count) =>
  Array.from(
    { length: count },
    (_, index) => `
            - name: SETTING_${index}
              valueFrom:
                configMapKeyRef:
                  name: {{ .Release.Name }}-config
                  key: SETTING_${index}`,
  ).join('');

export const deployment = (name, random) => `apiVersion: apps/v1
kind: Deployment
${meta(name, 'controller')}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicaCount }}
  {{- end }}
  selector:
    matchLabels:
      {{- include "${name}.selectorLabels" . | nindent 6 }}
      app.kubernetes.io/component: controller
  template:
    metadata:
      annotations:
        checksum/config: {{ .Values.config | toYaml | sha256sum }}
        {{- with .Values.podAnnotations }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      labels:
        {{- include "${name}.selectorLabels" . | nindent 8 }}
        app.kubernetes.io/component: controller
    spec:
      {{- with .Values.imagePullSecrets }}
      imagePullSecrets:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      serviceAccountName: {{ include "${name}.serviceAccountName" . }}
      securityContext:
        {{- toYaml .Values.podSecurityContext | nindent 8 }}
      containers:
        - name: {{ .Chart.Name }}
          image: {{ include "${name}.image" .Values.image | quote }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
          args:
            - --v={{ .Values.logLevel | default ${random.below(5)} }}
            - --leader-elect
          env:${env(3 + random.below(5))}
          ports:
            - name: http
              containerPort: 8080
              protocol: TCP
          livenessProbe:
            httpGet:
              path: /healthz
              port: http
            initialDelaySeconds: ${random.below(60)}
          resources:
            {{- toYaml .Values.resources | nindent 12 }}
        {{- if .Values.sidecar.enabled }}
        - name: liveness-probe
          image: "{{ .Values.sidecar.image.repository }}:{{ .Values.sidecar.image.tag }}"
          imagePullPolicy: {{ .Values.sidecar.image.pullPolicy }}
          args:
            - --health-port={{ .Values.sidecar.port }}
          resources:
            {{- toYaml .Values.sidecar.resources | nindent 12 }}
        {{- end }}
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
`;

export const daemonSet = (name, random) => `{{- if .Values.agent.enabled }}
apiVersion: apps/v1
kind: DaemonSet
${meta(name, 'agent')}
spec:
  selector:
    matchLabels:
      {{- include "${name}.selectorLabels" . | nindent 6 }}
      app.kubernetes.io/component: agent
  updateStrategy:
    {{- toYaml .Values.agent.updateStrategy | nindent 4 }}
  template:
    metadata:
      labels:
        {{- include "${name}.selectorLabels" . | nindent 8 }}
        app.kubernetes.io/component: agent
    spec:
      hostNetwork: true
      priorityClassName: system-node-critical
      serviceAccountName: {{ include "${name}.serviceAccountName" . }}
      containers:
        - name: agent
          image: {{ .Values.agent.image.registry }}{{ .Values.agent.image.repository }}:{{ .Values.agent.image.tag }}
          imagePullPolicy: {{ .Values.agent.image.pullPolicy }}
          args: ["--v=${random.below(5)}", "--node=$(NODE_NAME)"]
          env:
            - name: NODE_NAME
              valueFrom:
                fieldRef:
                  fieldPath: spec.nodeName${env(2 + random.below(4))}
          volumeMounts:
            - name: state
              mountPath: /var/lib/${name}
      volumes:
        - name: state
          hostPath:
            path: /var/lib/${name}
            type: DirectoryOrCreate
      {{- with .Values.agent.tolerations }}
      tolerations:
        {{- toYaml . | nindent 8 }}
      {{- end }}
{{- end }}
`;
