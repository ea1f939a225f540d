/** Texts that may declare a release, to search for. Apart from what reads them, which a search does not need. */
export const releasePattern = String.raw`apiVersion.{1,5}(argoproj\.io|helm\.toolkit\.fluxcd\.io|skaffold)/|\bhelm:|\breleases:`;
