# What policies say, whatever their form: one value or a list of one, order of lists and of keys,
# account id or root ARN, statements in any order.
POLICY='
def many: if type == "array" then . else [.] end;
def texts: many | map(if type == "string" then . else tojson end) | unique;
def root: if test("^[0-9]{12}$") then "arn:\($partition):iam::\(.):root" else . end;
def who:
  if type != "object" then .
  else map_values(texts | map(root) | unique) | if . == {"AWS": ["*"]} then "*" else . end
  end;
def statement:
  . as $in
  | reduce keys[] as $key ({};
      .[$key] = ($in[$key]
        | if $key == "Action" or $key == "NotAction" or $key == "Resource" or $key == "NotResource" then texts
          elif $key == "Principal" or $key == "NotPrincipal" then who
          elif $key == "Condition" then map_values(map_values(texts))
          else . end));
def statements: .Statement // [] | many;
def policy: {Version: (.Version // "2008-10-17"), Id, Statement: (statements | map(statement) | sort)};
# Other documents: an access control list in any order, without display names; anything else as it is.
def acl: {Owner: .Owner.ID, Grants: [.Grants[] | {Permission, Grantee: (.Grantee | {Type, ID, URI})}] | sort};
def document:
  if type != "object" then . elif has("Grants") then acl elif has("Statement") then policy else . end;
def sid: .Sid // "";
def people: statement | (.Principal // {}) | if type == "object" then [.[][]] else ["*"] end;
# What follows is asked of the policy there now, ours, and the one that was there before ours.
# Statements that have a Sid of ours, but say something else:
def changed($now; $ours; $before):
  ($ours | statements) as $new
  | [$now | statements[]
     | select(sid as $sid | $sid != "" and ($new | any(sid == $sid)))
     | select(statement as $said | $new | any(statement == $said) | not)];
# Statements that are there and that ours does not have, and the other way round:
def theirs($now; $ours; $before):
  ($ours | statements | map(statement)) as $new
  | [$now | statements[] | select(statement as $said | $new | any(. == $said) | not)];
def absent($now; $ours; $before): theirs($ours; $now; $before);
# Whom replacing those takes out of a statement:
def losing($now; $ours; $before):
  [changed($now; $ours; $before)[] | sid as $sid | people[]
   | select(. as $one | $ours | [statements[] | select(sid == $sid) | people[]] | any(. == $one) | not)]
  | unique;
# All statements, those with our Sids replaced, all others as they are:
def merged($now; $ours; $before):
  ($ours | statements) as $new
  | $now
  | .Version = "2012-10-17"
  | .Statement = ([statements[]
      | select(sid as $sid | $sid == "" or ($new | any(sid == $sid) | not))
      | select(statement as $said | $new | any(statement == $said) | not)] + $new);
# All statements but ours, where ours were not there before:
def without($now; $ours; $before):
  ($before | statements | map(statement)) as $old
  | ($ours | statements | map(statement) | map(select(. as $one | $old | any(. == $one) | not))) as $added
  | $now
  | .Statement = [statements[] | select(statement as $said | $added | any(. == $said) | not)];
# An older Version takes ${...} for plain text:
def outdated($now; $ours; $before):
  ($now.Version // "") != "2012-10-17" and ($now | [.. | strings] | any(contains("${")));
'

# What a file says, as one line that is the same for all ways to write it.
meaning() {
  jq -S -c --arg partition "$PARTITION" "$POLICY document" "$1"
}

same() { # same FILE FILE
  local one other
  one=$(meaning "$1") || stop "$1 is not a policy in JSON."
  other=$(meaning "$2") || stop "$2 is not a policy in JSON."
  [ "$one" = "$other" ]
}

# Answers one of the questions above about what is there now and the policy of a file.
compare() { # compare QUESTION FILE [BEFORE-FILE]
  jq -n -c --arg partition "$PARTITION" --slurpfile now "$WORK/now.json" --slurpfile ours "$2" \
    --slurpfile before "${3:-$WORK/nothing.json}" "$POLICY $1(\$now[0]; \$ours[0]; \$before[0])" ||
    stop "$2 is not a policy in JSON."
}

# The policy of a file with those statements only that were not there when it was reviewed.
added() { # added FILE REVIEWED-FILE
  jq -n -c --arg partition "$PARTITION" --slurpfile whole "$1" --slurpfile reviewed "$2" \
    "$POLICY without(\$whole[0]; \$reviewed[0]; {})" || stop "$1 or $2 is not a policy in JSON."
}

# Tells how what is there now differs from what was reviewed, statement by statement.
difference() { # difference FILE
  local theirs absent
  theirs=$(compare theirs "$1")
  absent=$(compare absent "$1")
  if [ "$theirs$absent" = '[][]' ]; then
    say '    Version or Id differ. There now:'
    show "$WORK/now.json"
    return
  fi
  say '    There now, and not in what was reviewed:'
  statement_lines "$theirs" -
  say '    Reviewed, and not there now:'
  statement_lines "$absent" +
}

statement_lines() { # statement_lines STATEMENTS SIGN
  if [ "$1" = '[]' ]; then say '    (nothing)'; fi
  printf '%s\n' "$1" | jq '.[]' | sed "s/^/    $2 /"
}

show() { # show FILE
  jq . "$1" | sed 's/^/    /'
}

# Reads what is there now into now.json. Fails when AWS says, with one of the codes NONE, that there is nothing.
look_now() { # look_now NONE
  rm -f -- "$WORK/now.json"
  if ask look; then
    printf '%s' "$OUT" >"$WORK/now.json"
    if ! jq -e 'type == "object"' "$WORK/now.json" >/dev/null 2>&1; then
      stop "AWS did not answer with a policy in JSON, but with: $OUT"
    fi
    return 0
  fi
  case " $1 " in
    *" ${CODE:--} "*) return 1 ;;
  esac
  failed 'What is there now cannot be read.'
}
