#!/usr/bin/env bash
# What every pipeline does: takes a released Sockgrade, checks its checksum, and grades with it. In variables:
#
#   SOCKGRADE_RELEASE    where it is: the URL or path of sockgrade-VERSION-linux-x86_64.tar.xz
#   SOCKGRADE_SHA256     its checksum; without, what is fetched is taken as it is
#   SOCKGRADE_CHECK      an exercise, or an assignment's file, which the graded repository must not be able to change
#   SOCKGRADE_PROGRAM    the program, or of an assignment the folder with what was handed in
#   SOCKGRADE_EXERCISE   of an assignment, only this exercise
#   SOCKGRADE_FORMAT     how the report is written: github, junit, text ...
#   SOCKGRADE_OUTPUT     where to; without, to standard output
#   SOCKGRADE_HTML       a page with the report is written to this file as well; it grades once more, with the same seed
#   SOCKGRADE_ISOLATION  required: rather fail than run where programs are not kept apart from the machine
#   SOCKGRADE_PLACE      where the program is put, and looked for first: to be kept from run to run
#
# The exit status is that of `sockgrade check`: 0 passed, 1 failed, 2 a mistake in the set-up, 3 not graded.
set -euo pipefail

place=${SOCKGRADE_PLACE:-${TMPDIR:-/tmp}/sockgrade}
program=$place/bin/sockgrade
# What is there may be of another release.
if [[ ! -x $program || $(cat "$place/release" 2> /dev/null) != "$SOCKGRADE_RELEASE" ]]; then
    mkdir -p "$place"
    archive=$place/release.tar.xz
    case $SOCKGRADE_RELEASE in
        *://*) curl --fail --silent --show-error --location --retry 3 --output "$archive" "$SOCKGRADE_RELEASE" ;;
        *) cp "$SOCKGRADE_RELEASE" "$archive" ;;
    esac
    if [[ -n ${SOCKGRADE_SHA256:-} ]]; then
        sha256sum --check --status <<< "$SOCKGRADE_SHA256  $archive" || {
            echo "grade.sh: $SOCKGRADE_RELEASE has another checksum than $SOCKGRADE_SHA256" >&2
            exit 2
        }
    fi
    tar -xJf "$archive" --strip-components=1 -C "$place"
    rm "$archive"
    printf '%s' "$SOCKGRADE_RELEASE" > "$place/release"
fi

seed=$((SRANDOM % 1000000))
words=(check "$SOCKGRADE_CHECK" "$SOCKGRADE_PROGRAM" --seed "$seed")
[[ -z ${SOCKGRADE_EXERCISE:-} ]] || words+=(--exercise "$SOCKGRADE_EXERCISE")
[[ ${SOCKGRADE_ISOLATION:-} != required ]] || words+=(--require-isolation)
report=(--format "${SOCKGRADE_FORMAT:-text}")
[[ -z ${SOCKGRADE_OUTPUT:-} ]] || report+=(--output "$SOCKGRADE_OUTPUT")

# Root can give programs more isolation than an ordinary user, on most runners.
as_root=()
if [[ $(id -u) != 0 ]] && sudo --non-interactive true 2> /dev/null; then
    as_root=(sudo --non-interactive --preserve-env=GITHUB_STEP_SUMMARY,GITHUB_ACTIONS,GITHUB_WORKSPACE)
fi
status=0
"${as_root[@]}" "$program" "${words[@]}" "${report[@]}" || status=$?
if [[ -n ${SOCKGRADE_HTML:-} && $status -ne 2 ]]; then
    "${as_root[@]}" "$program" "${words[@]}" --format html --output "$SOCKGRADE_HTML" || true
fi
exit "$status"
