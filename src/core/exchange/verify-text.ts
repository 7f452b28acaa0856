/** VERIFY.md of an export: how to check it with bash, coreutils, grep, sed and OpenSSL 3, without our software. */
export function verifyText(): string {
  return text;
}

/* In the text `$` before a brace and backslashes are escaped for the template; there is no backtick in it. */
const text = `# How to check this register yourself

This folder is one programme as plain files. Nothing of ours is needed to check it: bash, coreutils, grep, sed and
OpenSSL 3 do. Run this in the folder itself; it prints OK for each thing that holds and ends with "All holds.", or it
stops at the first fault and says where it lies.

~~~sh
sed -n '/^~~~bash$/,/^~~~$/p' VERIFY.md | sed '1d;$d' > /tmp/verify.sh && bash /tmp/verify.sh
~~~

What it checks, in words:

- The programme is the SHA-256 of founding.json, and the name of this folder. Its fingerprint stands in the paper
  agreement. The root key of each party has signed it (founding.sigs).
- A key's name is the first half of the SHA-256 of its 32 bytes.
- Each line of feeds/PARTY.jsonl is one entry. The SHA-256 of a line, without its line feed, is the "prev" of the next;
  the first line's "prev" is the programme. A feed that forked goes on in several files, each behind the line where they
  part; all are kept.
- signatures/PARTY.tsv names signed entries: number, key, signature. A signature covers its entry and, through the
  chain, all before it; each feed ends in one. What is signed is "DSSEv1", length and name of the kind of record, length
  and bytes of the record (DSSE's pre-authentication encoding), with Ed25519.
- Every key that signs a feed is the root of its party, or was named in that feed by an entry that keeps the keys.
- An attachment's name is its SHA-256.
- SHA256SUMS lists all files but the feeds, which their chains prove.

~~~bash
set -eu -o pipefail; shopt -s nullglob
export LC_ALL=C
tmp=$(mktemp -d); trap 'rm -rf "$tmp"' EXIT
die() { printf 'FAULT %s\\n' "$*" >&2; exit 1; }
sha() { sha256sum | cut -c 1-64; }
raw() { openssl pkey -pubin -in "keys/$1.pem" -outform DER | tail -c 32; }
# verify KEY SIGNATURE KIND FILE: whether the key signed the file as a record of that kind.
verify() {
  { printf 'DSSEv1 %d %s %d ' "\${#3}" "$3" "$(wc -c < "$4" | tr -d ' ')"; cat "$4"; } > "$tmp/pae"
  printf '%s' "$2" | base64 -d > "$tmp/sig" &&
    openssl pkeyutl -verify -pubin -inkey "keys/$1.pem" -rawin -in "$tmp/pae" -sigfile "$tmp/sig" > "$tmp/out" 2>&1
}

# Files
sha256sum --quiet -c SHA256SUMS || die 'SHA256SUMS: the files named above were changed'
listed=$(cut -c 67- SHA256SUMS)
there=$(find . -type f ! -path './feeds/*' ! -path ./SHA256SUMS | sed 's/..//' | sort)
[ "$listed" = "$there" ] || die 'SHA256SUMS: it does not list the files that are here'
echo 'OK files'

# Keys
for pem in keys/*.pem; do
  id=$(basename "$pem" .pem)
  [ "$(raw "$id" | sha | cut -c 1-32)" = "$id" ] || die "$pem: this key has another name"
done
echo 'OK keys'

# Founding
programme=$(sha < founding.json)
[ "$(basename "$PWD")" = "$programme" ] || die 'founding.json: its SHA-256 is not the name of this folder'
parties=$(grep -o '"party":"[A-Z]*"' founding.json | cut -d '"' -f 4)
grep -o '"root":"[^"]*"' founding.json | cut -d '"' -f 4 > "$tmp/roots"
[ "$(cut -f 1 founding.sigs)" = "$parties" ] || die 'founding.sigs: not one line for each party'
while IFS=$'\\t' read -r party id signature <&4 && read -r root <&5; do
  [ "$(raw "$id" | base64)" = "$root" ] || die "founding.sigs: $id is not the root of $party"
  verify "$id" "$signature" application/vnd.counterpart.founding founding.json ||
    die "founding.sigs: the signature of $party is false"
  : > "$tmp/signers-$party"
  echo 0 > "$tmp/end-$party-$programme"
done 4< founding.sigs 5< "$tmp/roots"
echo "OK founding, programme $programme"

# Feeds
frame='"key":"([0-9a-f]{32})","party":"([A-Z]{2,8})","prev":"([0-9a-f]{64})","programme":"([0-9a-f]{64})"'
frame=$frame',"seq":([1-9][0-9]*),"time":"([^"]*)","type":"([A-Za-z0-9-]+)"\\}$'
check_feed() { # FILE SIGNATURES PARTY: 1 if it stands behind nothing read so far
  local feed=$1 party=$3 at line prev='' seq=0 number=0 signed='' id='' signature='' open=0
  [ "$(tr -d '\\000' < "$feed" | wc -c)" = "$(wc -c < "$feed")" ] || die "$feed: holds a NUL byte"
  exec 3< "$2"
  IFS=$'\\t' read -r signed id signature <&3 || true
  while IFS= read -r line || { [ -z "$line" ] || die "$feed: the last line is cut off"; false; }; do
    number=$((number + 1)); at="$feed: line $number"
    [[ $line =~ $frame ]] || die "$at: not an entry"
    if [ "$number" = 1 ]; then
      prev=\${BASH_REMATCH[3]}
      [ -e "$tmp/end-$party-$prev" ] || return 1
      seq=$(cat "$tmp/end-$party-$prev")
      echo "$feed" >> "$tmp/behind-$party-$prev"
    fi
    seq=$((seq + 1)); open=$((open + 1))
    [ "\${BASH_REMATCH[3]}" = "$prev" ] || die "$at: does not stand behind the line before it"
    [ "\${BASH_REMATCH[2]} \${BASH_REMATCH[4]}" = "$party $programme" ] || die "$at: of another feed"
    [ "\${BASH_REMATCH[5]}" = "$seq" ] || die "$at: is not entry $seq"
    printf '%s' "$line" > "$tmp/line"
    read -r prev _ < <(sha256sum < "$tmp/line")
    if [ "$seq" = "$signed" ]; then
      [ "\${BASH_REMATCH[1]}" = "$id" ] || die "$at: signed by another key than it says"
      verify "$id" "$signature" application/vnd.counterpart.entry "$tmp/line" || die "$at: its signature is false"
      echo "$id" >> "$tmp/signers-$party"
      open=0 signed=''
      IFS=$'\\t' read -r signed id signature <&3 || true
    fi
  done < "$feed"
  [ "$number" -gt 0 ] || die "$feed: empty"
  [ -z "$signed" ] || die "$2: entry $signed is not there"
  echo "$seq" > "$tmp/end-$party-$prev"
  if [ "$open" -gt 0 ]; then printf '%s\\n' "$feed $party-$prev" >> "$tmp/open"; fi
  echo "OK $feed, $number lines, up to $seq $prev"
}
: > "$tmp/open"
waiting=$(cd feeds && ls)
[ "$(cd signatures && ls | sed 's/tsv$/jsonl/')" = "$waiting" ] || die 'feeds and signatures are not the same files'
while [ -n "$waiting" ]; do
  later=''
  for name in $waiting; do
    party=\${name%%.*}
    [ -e "$tmp/signers-$party" ] || die "feeds/$name: no such party"
    check_feed "feeds/$name" "signatures/\${name%.jsonl}.tsv" "$party" || later="$later $name"
  done
  [ "$(echo $later)" != "$(echo $waiting)" ] || die "feeds/\${waiting%%[[:space:]]*}: line 1: stands behind nothing"
  waiting=\${later# }
done
while read -r feed end; do
  [ -e "$tmp/behind-$end" ] || die "$feed: its last lines are not signed"
done < "$tmp/open"

# Keys that sign
while IFS=$'\\t' read -r party root _; do
  for id in $(sort -u "$tmp/signers-$party"); do
    public=$(raw "$id" | base64)
    [ "$id" = "$root" ] || grep -hF "\\"public\\":\\"$public\\"" feeds/"$party".*jsonl |
      grep -qE '"type":"(open|keys|root)"\\}$' || die "keys/$id.pem: signs for $party, which never named it"
  done
done < founding.sigs
echo 'OK keys that sign'

# Attachments
if [ -d attachments ]; then
  for file in attachments/*; do
    [ "$(sha < "$file")" = "$(basename "$file")" ] || die "$file: its SHA-256 is not its name"
  done
  echo 'OK attachments'
fi
echo 'All holds.'
~~~
`;
