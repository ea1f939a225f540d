/** Texts that may deploy a folder with images of their own, to search for. */
export const deploymentPattern = String.raw`apiVersion.{1,5}(argoproj\.io|kustomize\.toolkit\.fluxcd\.io)/`;
