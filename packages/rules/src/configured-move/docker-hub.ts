/** As distribution/reference and Docker write the one registry whose name may be left out. */
export const dockerHubSpellings = ['docker.io', 'index.docker.io', 'registry-1.docker.io'] as const;

export const isDockerHub = (domain: string): boolean =>
  dockerHubSpellings.some((name) => name === domain.toLowerCase());
