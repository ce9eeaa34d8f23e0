#!/bin/sh
# Take the invented law on sundials into a corpus: its first edition, and the acts that amended it.
#     scripts/sundials.sh LAWGRAPH FOLDER CORPUS
set -eu
"$1" import "$2/2011-06-01.rus.md" --law Z1100000007 --number 7-V --adopted 2011-03-03 --kind law --lang rus \
    --day 2011-06-01 --corpus "$3"
cp "$2/notes.toml" "$3/Z1100000007/"
tail -n +2 "$2/INDEX.tsv" | while read -r file number adopted; do
    id=Z$(echo "$adopted" | cut -c3-4)$(printf %08d "${number%%-*}")
    "$1" import "$2/$file" --law "$id" --number "$number" --adopted "$adopted" --kind law --lang rus --corpus "$3"
done
