// What is done with each block that the pages tell people to type, by page and by the first command of the block. A
// block that is not here fails the test, and so does an entry without its block.
//
//   codes   the exit code of each command, in order; that of a pipe is that of its last program
//   before  what is run first, so that there is something to show
//   needs   programs that `npm run test-tools` installs, by the names that they have on the pages
//   file    the file that the block is the text of, and `then` what is run in place of it
//   beside  the block is one script, run in an empty folder
//   clone   it is run in the clone, in which it writes nothing
//   not     why it is not run here

/** Programs of `npm run test-tools`, by their names on the pages. gojq reads the language of jq, and needs no C. */
export const programs = { helm: 'helm4', kustomize: 'kustomize', jq: 'gojq' };

/** Programs that need what is not there, as shell scripts. `$PAGES` is fixtures/pages. */
export const stands = {
  // Prints what a cluster would, and only if it is asked for it as on the pages.
  kubectl: `case "$*" in
    'get pods,deploy,cronjobs -A -o yaml') cat "$PAGES/cluster/list.yaml" ;;
    'get pods,deploy,cronjobs -A -o json') cat "$PAGES/cluster/list.json" ;;
    *) echo "unknown: kubectl $*" >&2; exit 64 ;;
  esac`,
  // The clone is this very work tree. $GIT is the real one: hooks of Git have a PATH of their own.
  git: `if [ "$*" = 'clone https://github.com/regmigrate/regmigrate.git' ]; then
    exec ln -s "$CLONE" regmigrate
  fi
  exec "$GIT" "$@"`,
  // It would write to a pull request.
  reviewdog: `[ "$*" = '-f=rdjson -reporter=github-pr-review' ] && grep -q '"diagnostics"'`,
};

const verified = ['helm', 'kustomize'];
const hooks = { not: 'run with the real programs in packages/testkit/test/doors' };
const report = { codes: [1] };

export const plan = {
  'README.md': {
    'regmigrate fix ./deploy': { codes: [0, 0] },
    'npm run -s regmigrate -- fix --diff fixtures/pages/shop/deploy': { codes: [1], clone: true },
    'git clone https://github.com/regmigrate/regmigrate.git': { codes: [0], beside: true },
    'regmigrate lint        # what there is to do, and why; changes nothing': {
      codes: [1, 1, 1, 0],
      needs: verified,
    },
    'npm test': { not: 'it is what runs this' },
  },
  'docs/recipes.md': {
    'kubectl get pods,deploy,cronjobs -A -o yaml | regmigrate lint -': { codes: [1] },
    'regmigrate fix --diff deploy': { codes: [1] },
    'regmigrate fix --diff deploy > move.patch': { codes: [1, 0] },
    'regmigrate fix --bump-chart=patch charts': { codes: [0] },
    'regmigrate lint --quiet deploy': { codes: [1, 1] },
    'regmigrate lint --exit-zero --format=json deploy': {
      codes: [0],
      needs: ['jq'],
    },
    'regmigrate lint --format=concise --color .': { codes: [1] },
    'regmigrate lint --exit-zero --format=json . > report.json': { codes: [0, 1], needs: ['jq'] },
    '#!/bin/sh': {
      file: '.git/hooks/pre-commit',
      codes: [1, 0],
      then: [
        'echo "image: k8s.gcr.io/pause:3.1" > new.yaml && git add new.yaml && git commit -q -m new',
        'git rm -q --cached new.yaml && git rm -q CHANGELOG.md && git commit -q -m gone',
      ],
    },
    [`regmigrate images --format=json deploy | jq -r '.images[] | .new // .image' | sort -u`]: {
      codes: [0],
      needs: ['jq'],
    },
    'regmigrate images --format=plain deploy': { codes: [0, 0] },
    'regmigrate explain k8s.gcr.io/pause:3.1': { codes: [0, 0, 0] },
    'regmigrate explain k8s.gcr.io': { codes: [0] },
    'regmigrate undo': { codes: [0], before: 'regmigrate fix deploy' },
  },
  'docs/baseline.md': {
    'regmigrate lint --baseline=regmigrate-baseline.json --update-baseline': { codes: [0] },
    'regmigrate lint --baseline=regmigrate-baseline.json': {
      codes: [0],
      before: 'regmigrate lint --baseline=regmigrate-baseline.json --update-baseline',
    },
  },
  'docs/suppressions.md': {
    'regmigrate lint --report-unused-suppressions': { codes: [1] },
    'regmigrate fix --remove-unused-suppressions': { codes: [1] },
  },
  'docs/configuration.md': {
    'regmigrate init': { codes: [0] },
    'regmigrate lint --map=old.example/team=new.example': { codes: [1] },
    'regmigrate explain k8s.gcr.io/pause:3.1 --to=mirror.example/k8s': { codes: [0] },
    'regmigrate lint --print-config=deploy/web.yaml': { codes: [0] },
  },
  'docs/verify.md': {
    'regmigrate fix --quiet charts kustomize': { codes: [0, 0], needs: verified },
  },
  'docs/exit-codes.md': {
    'regmigrate lint --formt json': { codes: [2] },
  },
  'docs/pre-commit.md': {
    'pre-commit autoupdate --bleeding-edge': hooks,
    'pre-commit try-repo --all-files https://github.com/regmigrate/regmigrate regmigrate': {
      not: 'builds the hook anew, as the tests in packages/testkit/test/doors do from a configuration',
    },
    'npm install --save-dev git+https://github.com/regmigrate/regmigrate.git': hooks,
    'npm install --save-dev husky@9.1.7 lint-staged@16.4.0': hooks,
    'npm install --save-dev lefthook@2.2.2': hooks,
  },
  'docs/reporters.md': {
    'regmigrate lint --format=sarif --output-file=regmigrate.sarif --format=github': report,
  },
  'packages/reporters/src/html/README.md': {
    'regmigrate lint --format=html --output-file=regmigrate.html': report,
  },
  'packages/reporters/src/markdown/README.md': {
    'regmigrate lint --format=markdown >> "$GITHUB_STEP_SUMMARY"': report,
  },
  'packages/reporters/src/rdjson/README.md': {
    'regmigrate lint --format=rdjson | reviewdog -f=rdjson -reporter=github-pr-review': { codes: [0] },
  },
  'packages/reporters/src/sarif/README.md': {
    'regmigrate lint --format=sarif --output-file=regmigrate.sarif': report,
  },
};
