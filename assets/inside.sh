sh <<'SEPARATE_ENTRANCE'
# Separate Entrance looks into this phone system. It only reads: it changes nothing, writes no file, and prints no
# setting that is not in its lists below. So no password, no name and no e-mail address is ever among them.
LC_ALL=C PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/local/freeswitch/bin
export LC_ALL PATH
now=$(date +%s)
root=no; [ "$(id -u)" = 0 ] && root=yes
has() { command -v "$1" >/dev/null 2>&1; }
# No answer takes longer than 8 seconds, or more than 400 kB.
lim() {
  ( exec 2>/dev/null </dev/null
    "$@" & p=$!
    ( trap 'kill $s; exit' TERM; sleep 8 & s=$!; wait $s; kill -0 $$ && kill -9 $p ) >/dev/null & w=$!
    wait $p; kill $w; wait $w ) | head -c 400000
}
why() { if [ $root = yes ]; then echo failed; else echo denied; fi; }

# The forms that a value may have: what has another one might be a secret, and becomes a question mark.
A='
function c(x) { gsub(/[^ -~]/, "?", x); gsub(/[|]/, "?", x); return substr(x, 1, 120) }
function nm(x) { return x ~ /^[A-Za-z0-9_.+ -]+$/ ? c(x) : "?" }
function trim(x) { sub(/^[ \t\r]+/, "", x); sub(/[ \t\r]+$/, "", x); return x }
function ip(x) { return x ~ /^[0-9a-fA-F.:]+(\/[0-9.]+)?$/ && x ~ /[.:]/ }
function ok(t, x) {
  if (t == "h" && tolower(x) == "dynamic") return "dynamic"
  if (length(x) > 120) return "?"
  if (t == "a" && (x ~ /^[0-9A-Za-z._-]*(:[0-9]+)?$/ || x ~ /^[][0-9a-fA-F.:\/, ]+$/)) return x
  if (t == "n" && x ~ /^[0-9.]+$/) return x
  if (t == "w" && x ~ /^[A-Za-z0-9_., +-]*$/ && length(x) < 50) return x
  if (t == "v" && (ip(x) || x ~ /^([$]+[{])?[0-9A-Za-z._-]*[}]?(:[0-9A-Za-z._-]*)?$/)) return x
  return "?"
}
function put(k, form, words,   i, n, W) { n = split(words, W, " "); for (i = 1; i <= n; i++) K[k, W[i]] = form }
function bits(m,   i, n, b, P) {
  if (index(m, ".") == 0) return m
  n = split(m, P, "."); b = 0
  for (i = 1; i <= n; i++) for (m = 128; m >= 1; m /= 2) if (P[i] >= m) { b++; P[i] -= m }
  return b
}
function net(a,   i) { i = index(a, "/"); return i ? substr(a, 1, i) bits(substr(a, i + 1)) : a }
'

# The files of Asterisk, in the order in which it reads them itself.
F='
function files(p,   q, r) {
  if (p ~ /[^A-Za-z0-9_.\/*?+@:,=-]/) { sub(/[|].*/, "", here); say["failed"] = here; return "" }
  q = "for f in " p "; do if [ -f \"$f\" ]; then if [ -r \"$f\" ]; then echo \"+$f\"; else echo \"-$f\"; fi; fi; done"
  r = ""; while ((q | getline p) > 0) r = r p "\n"
  close(q); return r
}
function bare(l,   o, i, j) {
  o = ""
  while (l != "") {
    if (deep > 0) {
      i = index(l, "--;"); j = index(l, ";--")
      if (j > 0 && (i == 0 || j < i)) { deep++; l = substr(l, j + 3) }
      else if (i > 0) { deep--; l = substr(l, i + 3) }
      else return o
      continue
    }
    i = index(l, ";")
    if (i == 0) return o l
    o = o substr(l, 1, i - 1); l = substr(l, i)
    if (o ~ /\\$/) { o = o ";"; l = substr(l, 2) }
    else if (l ~ /^;--/ && ! (l ~ /^;---/)) { deep = 1; l = substr(l, 4) }
    else return o
  }
  return o
}
function more() { if (++out > most) much = 1; return ! much }
# What lies in a database or in a program is not read here.
function lies(part, file) {
  if ((part, file) in told) return
  told[part, file] = bad[part] = 1; if (++lied < 99) print "part|" part "|elsewhere|" c(file)
}
function plan(f, own, sample,   l, y, t) {
  t = files(f); l = own == "" ? "pbx_lua" : "pbx_ael"
  if (t ~ /^-/) say["denied"] = f
  if (! (t ~ /^[+]/) || (l in off)) return
  y = own == ""
  while ((getline l < f) > 0) {
    if (own != "" && l ~ own && ! (l ~ sample)) y = 1
    if (own == "" && l ~ sample) y = 0
  }
  close(f); if (y) lies("dial-plan", f)
}
function mailbox(k, v,   i, m, O) {
  if (k ~ /^(dialout|callback)$/ && v != "" && more()) print "vm|" here "|" nm(sec) "||" k "|" ok("w", v)
  if (! (k ~ /^[0-9]+$/) || sec == "zonemessages") return
  # PIN, name and two addresses stand before the options.
  for (m = 1; m < 5; m++) { i = index(v, ","); if (i == 0) return; v = substr(v, i + 1) }
  m = split(v, O, "|")
  while (m > 0) {
    v = trim(O[m--]); i = index(v, "=")
    if (! (v ~ /^(dialout|callback)=./) || ! more()) continue
    print "vm|" here "|" nm(sec) "|" k "|" substr(v, 1, i - 1) "|" ok("w", substr(v, i + 1))
  }
}
function dial(k, v,   i) {
  if (sec == "globals" && k == "allow_sip_anon") print "set|" here "|globals|" k "|" ok("w", v)
  if (k == "exten") {
    i = index(v, ","); pat = i ? substr(v, 1, i - 1) : v; sub(/\/.*/, "", pat); gsub(/ /, "", pat); at = here
    abroad = pat ~ /^_[0-9X]?([+]|00|011)/ || pat ~ /^_\[[^]]*[+]/ || pat ~ /^_[09*#]?(\[[^]]*\]|[XZNxzn])*[\041.]$/
    if (! (pat ~ /^_[][A-Za-z0-9+*#.\041-]+$/) || ((sec, pat) in done)) abroad = 0
  } else if (k ~ /^[el]?switch$/) { sub(/[|].*/, "", here); lies(conf, here); return }
  else if (k != "same") return
  if (abroad == 0) return
  i = index(v, "Dial(")
  if (i && v ~ /EXTEN/) {
    # A number that is handed to a phone of that name stays in the house.
    v = substr(v, i + 5); if (v ~ /^(PJSIP|SIP|IAX2|SCCP)\/[$][{]EXTEN(:[0-9]+)?[}]([,)|&]|$)/) i = 0
  } else i = v ~ /dialout-/ || sec ~ /^outrt-/
  if (i && more()) { done[sec, pat] = 1; abroad = 0; print "dial|" at "|" nm(sec) "|" c(pat) }
}
function key(k, v,   m) {
  if (conf == "voicemail") { mailbox(k, v); return }
  if (conf == "dial-plan") { dial(k, v); return }
  if (conf == "modules" && k == "noload") { off[m = v] = 1; sub(/\.so$/, "", m); off[m] = 1 }
  if (conf == "extconfig" && (k in E) && sec == "settings" && ! (E[k] == "accounts" && ("chan_sip" in off)))
    lies(E[k], p)
  if (conf == "sorcery" && sec == "res_pjsip" && v ~ /^(realtime|astdb),/ && k ~ /^(endpoint|aor|transport)$/)
    lies(k == "transport" ? "files" : "accounts", p)
  if (! ((conf, k) in K) || (k == "type" && v == "auth")) return
  if (only && sec != "general" && conf != "modules") return
  if (conf == "modules" && ! (v ~ /^(chan_(pj)?sip|res_pjsip)(\.so)?$/)) return
  if (! more()) return
  if (lazy != "") { print lazy; lazy = "" }
  print "set|" here "|" nm(sec) "|" k "|" c(ok(K[conf, k], v))
}
function read(file, d,   l, n, i, k, t, L, mine) {
  if (d > 9 || (file in open)) return
  if (++count > 400) { much = 1; return }
  open[file] = 1; n = 0
  while (! much && (getline l < file) > 0) {
    n++; here = c(file) "|" n; if (++lines > 300000) much = 1
    if (length(l) > 4000) continue
    l = trim(bare(l)); t = substr(l, 1, 1)
    if (t == "[") {
      i = index(l, "]"); if (i < 3) continue
      sec = substr(l, 2, i - 2); t = substr(l, i + 1); abroad = 0; lazy = "sec|" here "|" nm(sec) "|"
      if (match(t, /\([^)]*\)/)) {
        t = substr(t, RSTART + 1, RLENGTH - 2); gsub(/[ \t]/, "", t)
        i = t; sub(/[+]type=/, "+", i); if (! (i ~ /^[A-Za-z0-9_.,+\041-]+$/)) { t = "?"; say["failed"] = file }
        lazy = lazy t
        if (! only && more()) { print lazy; lazy = "" }
      }
    } else if (t == "#") {
      if (! (l ~ /^#(try)?include[ \t]/)) continue
      sub(/^#[a-z]+[ \t]+/, "", l); gsub(/^["<]|[">]$/, "", l)
      if (! (l ~ /^\//)) l = etc "/" l
      i = split(files(l), L, "\n"); mine = sec
      for (k = 1; k < i; k++) {
        if (L[k] ~ /^-/) say["denied"] = substr(L[k], 2); else read(substr(L[k], 2), d + 1)
        sec = mine; deep = 0
      }
    } else if ((i = index(l, "=")) > 1) {
      k = substr(l, 1, i - 1); sub(/[+ \t]+$/, "", k); l = substr(l, i + 1); sub(/^>/, "", l); key(tolower(k), trim(l))
    }
  }
  close(file); delete open[file]
}
BEGIN {
  put("sip", "a", "externip externaddr externhost media_address bindaddr udpbindaddr tcpbindaddr tlsbindaddr localnet")
  put("sip", "a", "permit deny")
  put("sip", "n", "bindport port externrefresh externtcpport externtlsport qualifyfreq")
  put("sip", "n", "minexpiry maxexpiry defaultexpiry")
  put("sip", "w", "type nat directmedia canreinvite qualify allowguest alwaysauthreject tcpenable tlsenable transport")
  put("sip", "w", "insecure autocreatepeer icesupport encryption context")
  put("sip", "h", "host")
  put("pjsip", "a", "bind local_net external_media_address external_signaling_address media_address permit deny")
  put("pjsip", "n", "external_signaling_port qualify_frequency qualify_timeout max_contacts keep_alive_interval")
  put("pjsip", "n", "default_expiration minimum_expiration maximum_expiration")
  put("pjsip", "w", "type protocol transport direct_media rtp_symmetric force_rport rewrite_contact ice_support aors")
  put("pjsip", "w", "context media_encryption identify_by endpoint_identifier_order webrtc")
  put("pjsip", "h", "contact outbound_auth")
  t = "pjsip_wizard"; p = "endpoint/"
  put(t, "w", "type accepts_registrations sends_auth " p "direct_media " p "rtp_symmetric " p "force_rport")
  put(t, "w", p "rewrite_contact " p "webrtc"); put(t, "n", "aor/qualify_frequency")
  put(t, "h", "remote_hosts aor/contact " p "outbound_auth")
  put("rtp", "n", "rtpstart rtpend"); put("rtp", "w", "strictrtp icesupport"); put("rtp", "a", "stunaddr")
  n = split("iax manager http", R, " ")
  for (i = 1; i <= n; i++) {
    put(R[i], "a", "bindaddr tlsbindaddr"); put(R[i], "n", "port bindport")
    put(R[i], "w", "enabled webenabled tlsenable")
  }
  put("modules", "w", "load noload")
  n = split("sip.conf pjsip.conf pjsip_wizard.conf rtp.conf iax.conf manager.conf http.conf", R, " ")
  for (i = 1; i <= n; i++) E[R[i]] = "files"
  E["voicemail"] = E["voicemail.conf"] = "voicemail"; E["extensions"] = E["extensions.conf"] = "dial-plan"
  E["sippeers"] = E["sipusers"] = "accounts"
  n = split("sip pjsip pjsip_wizard rtp iax manager http modules extconfig sorcery voicemail dial-plan", R, " ")
  for (r = 1; r <= n; r++) {
    conf = R[r]; only = r > 3; sec = lazy = ""; deep = much = lines = count = 0; split("", say)
    if (only) out = 0
    own = r > 10
    most = only ? 200 : 4500
    p = etc "/" (conf == "dial-plan" ? "extensions" : conf) ".conf"; t = files(p); name = own ? conf : "files"
    if (t ~ /^[+]/) {
      if (own || r < 9) { any[name] = 1; print "conf|" conf "|" c(p) }
      read(p, 1)
    } else if (t != "") say["denied"] = p
    else if (own && ! (name in bad)) say["absent"] = p
    if (r == n) {
      plan(etc "/extensions.ael", "^[ \t]*(abstract[ \t]+)?context[ \t]", "context[ \t]+\"?ael-")
      plan(etc "/extensions.lua", "", "demo_instruct")
    }
    if (much) say["too-much"] = p
    for (t in say) { bad[name] = 1; print "part|" name "|" t "|" c(say[t]) }
    if (r > 9 && ! (name in bad)) print "part|" name "|" (any[name] ? "read" : "absent") "|"
  }
}
'

enough() {
  awk 'NR < 1000 { print } END { print "part|running|" (NR < 1000 ? "read" : "too-much") "|" }'
}
ax() { lim asterisk ${ast:+-C "$ast"} -rx "$1"; }

asterisk_says() {
  { ax "sip show settings"; ax "sip show peers"; ax "sip show registry"; } | awk "$A"'
    function tell(v) { print "run|sip|" k "|" (v ~ /^[A-Za-z0-9 .:\/<>()_,-]*$/ ? c(v) : "?") }
    BEGIN {
      t = "UDP Bindaddress,TCP SIP Bindaddress,TLS SIP Bindaddress,SIP Port,Bindaddress,Allow unknown access,Nat,"
      t = t "Localnet,Always auth rejects,Externhost,Externaddr,Externip,Externrefresh,Force rport,Symmetric RTP,"
      t = t "AutoCreate Peer,SIP address remapping,Direct RTP setup,Reg. default duration,Reg. max duration"
      n = split(t, L, ",")
      for (i = 1; i <= n; i++) W[L[i]] = 1
    }
    /^Name\/username/ { mode = 2; next }
    /^Host +(dnsmgr|Username)/ { mode = 3; next }
    / sip peers / { mode = 9 }
    mode == 2 {
      if (! match($0, /(OK|LAGGED) \([0-9]+ ms\)|UNREACHABLE|UNKNOWN|Unmonitored/)) next
      s = substr($0, RSTART, RLENGTH); n = split(substr($0, 1, RSTART - 1), P, " "); d = "static"
      for (i = 3; i < n; i++) if (P[i] == "D") d = "dynamic"
      k = $1; sub(/\/.*/, "", k); ms = s; gsub(/[^0-9]/, "", ms); sub(/ .*/, "", s)
      print "run|peer|sip|" nm(k) "|" d "|" s
      if (d == "dynamic" && ip(P[2]) && P[n] ~ /^[0-9]+$/)
        print "run|contact|sip|" nm(k) "|" P[2] "|" P[n] "|" (ms ? "yes" : s == "UNREACHABLE" ? "no" : "") "||" ms
      next
    }
    mode == 3 {
      if (match($0, /Registered|Request Sent|Unregistered|Rejected|Auth. Sent|Timeout|Failed|No Authentication/))
        print "run|registration|sip|" substr($0, RSTART, RLENGTH)
      next
    }
    match($0, /^ +[A-Z][A-Za-z. ]+:/) {
      k = trim(substr($0, 1, RLENGTH - 1)); if (k in W) tell(trim(substr($0, RLENGTH + 1))); next
    }
    k == "Localnet" && ip(trim($0)) { tell(trim($0)); next }
    { k = "" }
  ' | while IFS= read -r l; do
    n=${l#run|contact|sip|}
    # Only the answer about one phone tells how long its registration lasts.
    if [ "$n" = "$l" ] || [ "${asked:=0}" -ge 40 ]; then echo "$l"; continue; fi
    asked=$((asked + 1)); n=${n%%|*}
    e=$(ax "sip show peer $n" | awk '$1 == "Expire" && $3 ~ /^[0-9]+$/ { print $3 }')
    echo "${l%|*|*}|$e|${l##*|}"
  done
  { ax "pjsip show transports"; ax "pjsip show endpoints"; ax "pjsip show registrations"; ax "rtp show settings"
    ax "database show registrar"; ax "pjsip show contacts"; } | awk -v now="$now" "$A"'
    function json(k,   i, t) {
      k = "\"" k "\":\""; i = index($0, k); t = substr($0, i + length(k))
      return i ? substr(t, 1, index(t, "\"") - 1) : ""
    }
    function peer() {
      if (w != "") print "run|peer|pjsip|" nm(w) "|" d "|" state "|" substr(a, 2)
      w = d = a = ""
    }
    function to(u) {
      sub(/^sips?:/, "", u); sub(/[;>?^].*/, "", u); sub(/.*@/, "", u)
      port = 5060
      if (u ~ /(\]|^[^:]*):[0-9]+$/) {
        match(u, /:[0-9]+$/); port = substr(u, RSTART + 1); u = substr(u, 1, RSTART - 1)
      }
      gsub(/[][]/, "", u); host = u; return ip(u)
    }
    /</ { next }
    $1 == "Transport:" && NF == 6 && to($6) { print "run|transport|" nm($2) "|" ok("w", $3) "|" host "|" port }
    $1 == "Endpoint:" && match($0, /(Unavailable|Not in use|In use|Busy|Ringing|On Hold|Invalid|Unknown) +[0-9]+ of /) {
      peer(); state = substr($0, RSTART, RLENGTH); sub(/ +[0-9]+ of $/, "", state); w = $2; sub(/\/.*/, "", w)
    }
    $1 == "OutAuth:" { d = "static" }
    # Where nobody may sign in, that is a line to somebody else.
    $1 == "Aor:" && NF == 3 { a = a "," nm($2); if (d == "" && $3 > 0) d = "dynamic" }
    /^Objects found/ { peer() }
    /\/sips?:/ && match($0, / (Registered|Unregistered|Rejected|Stopped)( |$)/) {
      print "run|registration|pjsip|" trim(substr($0, RSTART, RLENGTH))
    }
    $1 " " $2 == "Port start:" { first = $3 }
    $1 " " $2 == "Port end:" && first ~ /^[0-9]+$/ && $3 ~ /^[0-9]+$/ { print "run|voice|" first "|" $3 }
    # The database holds the whole address and the end of each registration, by a hash that the list shows too.
    /^\/registrar\/contact\// {
      n = substr($0, 20); if (! match(n, /(;|\^3B)@/)) next
      h = substr(n, RSTART + RLENGTH, 10); e = json("expiration_time") - now
      if (e > 0) { U[h] = json("uri"); left[h] = e; who[h] = substr(n, 1, RSTART - 1) }
    }
    / results? found/ { listed = 1 }
    listed && $1 == "Contact:" {
      n = $2; sub(/\/sips?:.*/, "", n); x = substr($2, length(n) + 2); h = $(NF - 2); s = $(NF - 1); l = ""
      if (h in U) { x = U[h]; l = left[h]; delete U[h] }
      s = s ~ /^(Avail|Reachable)/ ? "yes" : s ~ /^(Unavail|Unreachable)/ ? "no" : ""
      n = "run|contact|pjsip|" nm(n); x = to(x)
      if (x) print n "|" host "|" port "|" s "|" l "|" ($NF ~ /^[0-9.]+$/ ? int($NF + 0.5) : "")
    }
    END { peer(); for (h in U) if (to(U[h])) print "run|contact|pjsip|" nm(who[h]) "|" host "|" port "||" left[h] "|" }
  '
}

sockets() {
  if has ss; then lim ss -lntup; elif has netstat; then lim netstat -lntup
  else
    for n in udp tcp; do awk -v n=$n '$4 ~ /^0[7A]$/ { print n, 0, 0, "h" $2 }' /proc/net/$n; done
  fi | awk "$A"'
    function hex(h,   i, v) {
      for (i = 1; i <= length(h); i++) v = v * 16 + index("123456789ABCDEF", substr(h, i, 1))
      return v + 0
    }
    $4 ~ /^h/ {
      l = ":" hex(substr($4, 11)); for (i = 2; i < 9; i += 2) l = hex(substr($4, i, 2)) (i > 2 ? "." : "") l
      $4 = l
    }
    $1 ~ /^(udp|tcp)6?$/ {
      l = $2 ~ /^[A-Z]/ ? $5 : $4; p = l; sub(/.*:/, "", p); sub(/:[^:]*$/, "", l); gsub(/[][]|%.*/, "", l); g = ""
      if (l == "*") l = "0.0.0.0"
      if (match($0, /\(\("[^"]*"/)) g = substr($0, RSTART + 3, RLENGTH - 4)
      else if (match($0, / [0-9]+\/[A-Za-z0-9_.-]+/)) { g = substr($0, RSTART, RLENGTH); sub(/.*\//, "", g) }
      t = "sock|" substr($1, 1, 3) "|" l "|" p "|" (g ~ /^[A-Za-z0-9_.-]*$/ ? substr(g, 1, 30) : "?")
      if (p ~ /^[0-9]+$/ && ip(l) && ! (l ~ /^(::ffff:)?127\.|^::1$/) && ! (t in S) && ++n < 200) { S[t] = 1; print t }
    }
    END { print "part|sockets|" (n > 199 ? "too-much" : n ? "read" : "failed") "|" }
  '
}

addresses() {
  if has ip; then lim ip -o addr show; else lim ifconfig -a; fi | awk "$A"'
    function tell(d, a) {
      sub(/@.*/, "", d); if (ip(a) && a ~ /\// && ! (a ~ /^(127\.|::1|fe80)/) && ++n < 65) print "addr|" nm(d) "|" a
    }
    /^[0-9]+: / { if ($3 ~ /^inet6?$/) tell($2, $4 ~ /\// ? $4 : $4 "/32"); next }
    /^[^ \t]/ { d = $1; sub(/:$/, "", d) }
    $1 ~ /^inet6?$/ {
      a = $2 == "addr:" ? $3 : $2; sub(/^addr:/, "", a)
      if (match($0, /(Mask:|netmask |prefixlen )[0-9.]+/)) {
        m = substr($0, RSTART, RLENGTH); sub(/.*[: ]/, "", m); a = a "/" bits(m)
      }
      tell(d, a)
    }
  '
}

bans() {
  if has fail2ban-client; then
    j=$(lim fail2ban-client status | awk '/Jail list:/ {
      sub(/.*Jail list:/, ""); gsub(/[^A-Za-z0-9_.-]/, " "); print "-", $0 }')
    [ -n "$j" ] || echo "part bans $(why) fail2ban-client"
    for n in ${j#-}; do
      lim fail2ban-client status "$n" | awk -v n="$n" '/IP list:/ {
        sub(/.*IP list:/, ""); for (i = 1; i <= NF; i++) print "f", n, $i }'
    done
  fi
  if [ $root = yes ]; then
    for n in iptables-save ip6tables-save; do has $n && lim $n; done
    has ipset && lim ipset save
    has nft && lim nft list ruleset
    has ip && lim ip route show
  else echo "part bans denied firewall"; fi
  for n in /proc/net/xt_recent/ATTACKER /proc/net/ipt_recent/ATTACKER; do
    [ -r $n ] && { echo up $(cat /proc/uptime); grep ^jiffies: /proc/timer_list | head -n 1; head -n 300 $n; }
  done
}

ban_lines() {
  awk "$A"'
    function by(x) { return x ~ /f2b|fail2ban/ ? "fail2ban" : x ~ /^(fpbx|rfw)/ ? "freepbx-firewall" : "firewall" }
    function tell(b, l, a, kept, far) {
      if (far == 1 && a ~ /^(10|127|169\.254|172\.(1[6-9]|2.|3[01])|192\.168|f[cde]..)[.:]/) far = 0
      if (! far || ! ip(a) || a ~ /^(0\.0\.0\.0|::)(\/|$)/ || ((b, a) in S) || ++n > 399) return
      S[b, a] = 1; print "ban|" b "|" nm(l) "|" a (kept ? "|" kept : "")
    }
    function bare(a) { gsub(/[{},]/, "", a); a = net(a); sub(/\/(32|128)$/, "", a); return a }
    function rule(l, a, far, kept) { C[++k] = l; M[k] = bare(a); G[k] = far; H[k] = kept }
    function leads(x, far) { V[x] += far; if (sub(/^(f2b-|fail2ban-|addr6?-set-)/, "", x)) V["=" x] += far }
    # Whether a rule stands before the phone system: 0 not, 2 yes, 1 for those who come over one adapter.
    function reach(w, r,   i, m, l, L, P) {
      if (away || tolower(w) ~ /output|forward|fwd|docker|postrouting/) return 0
      if (r ~ / -o |oif| -m (string|recent|.*limit) |limit r|icmp(v6)? type| (-p|.*proto[col]*) (ipv6-)?icmp/) return 0
      far = r ~ / -i |iif/ ? 1 : 2
      if (r ~ / ! --/ || ! match(r, / (--dports?|--ports|dport) ([{][^}]*[}]|[^ ]+)/)) return far
      l = substr(r, RSTART + 1, RLENGTH - 1); sub(/^[^ ]+ /, "", l); gsub(/[{},]/, " ", l); m = split(l, L, " ")
      while (m) {
        if ((l = L[m--]) ~ /^(sip|[\041@])/) return far
        if (split(l, P, /[:-]/) < 2) P[2] = P[1]
        if (r ~ /udp|th d/ && P[2] > 9999 && P[1] < 32769) return far
        for (i in D) if (i + 0 >= P[1] + 0 && i + 0 <= P[2] + 0) return far
      }
      return 0
    }
    BEGIN { m = split("4569 5060 5061 5080 5081 5160 5161", L, " "); for (i = 1; i <= m; i++) D[L[i]] }
    { gsub(/"[^"]*"/, "") }
    /^sock[|]/ {
      split($0, P, "|"); if (P[5] ~ /^(asterisk|freeswitch)$/ && ! (P[4] ~ /^(5038|8021)$/)) D[P[4]]
      next
    }
    $1 == "part" { print "part|bans|" $3 "|" $4; bad = 1; next }
    $1 == "f" { J[++f] = $2; A[f] = bare($3); next }
    $1 == "up" { up = $2; next }
    $1 == "jiffies:" {
      # They begin 5 minutes before 2^32; how many a second has, the kernel does not tell.
      now = $2; m = split("100 250 300 1000", L, " "); x = up > 300 ? (now - 4294967296) / (up - 300) : 0
      while (m) { if (x > L[m] * .98 && x < L[m] * 1.02) hz = L[m]; m-- }
      next
    }
    # FreePBX forgets nobody, and keeps out those of the last day.
    /^src=/ && match($0, /last_seen: [0-9]+/) {
      x = now - substr($0, RSTART + 11, RLENGTH - 11)
      if (up && (up < 86400 || hz && x < 86400 * hz)) { out = 1; rule("ATTACKER", substr($1, 5), 2) }
      else if (! (up && hz) && ! old++) { bad = 1; print "part|bans|failed|ATTACKER" }
      next
    }
    $1 ~ /^(unreachable|blackhole|prohibit)$/ { rule("route", $2, 2, "route"); next }
    /^-A / {
      Q[$2]; far = reach($2, $0)
      if (! match($0, / -[jg] [^ ]+/)) next
      t = substr($0, RSTART + 4, RLENGTH - 4)
      if (! (t ~ /^(DROP|REJECT|TARPIT|LOGDROP|fpbx(attacker|shortblock|logdrop|reject))/)) {
        leads(t, far)
        if (t ~ /^fpbxsvc-(pj|chan)sip/) Z[$2]
        if ($3 == "-s" && $2 ~ /^fpbx(registrations|smarthosts|nets|hosts)$/) { F[++z] = $2 "|" bare($4); Y[z] = t }
        next
      }
      if (/ ! -s/) next
      if (match($0, / -s [^ ]+/)) rule($2, substr($0, RSTART + 4, RLENGTH - 4), far)
      # Whoever is not on a list of friends is turned away: no ban of these friends.
      if (match($0, /--(match-)?set [^ ]+ src/) && ! / ! --(match-)?set | --(match-)?set ! /) {
        t = substr($0, RSTART, RLENGTH - 4); sub(/.* /, "", t); B[t] = by($2 t); W[t] = "set"; leads(t, far)
      }
      next
    }
    $1 == "add" { if (! / nomatch/) { E[++e] = $2; X[e] = bare($3) }; next }
    $1 == "table" { tab = $2 " " $3; next }
    $1 == "set" || $1 == "chain" { s = $2; away = 0; next }
    / hook (forward|output|postrouting) / { away = 1 }
    /elements = [{]/ { sub(/.*[{]/, ""); more = 1 }
    more {
      if (/[}]/) more = 0
      m = split($0, L, ","); for (i = 1; i <= m; i++) { split(L[i], P, " "); E[++e] = s; X[e] = bare(P[1]) }
      next
    }
    # What iptables-save has told.
    tab ~ /^ip6? (filter|raw|mangle|nat)$/ && s in Q { next }
    match($0, /(jump|goto) [^ ]+/) { t = substr($0, RSTART + 5, RLENGTH - 5); leads(t, reach(s, $0)) }
    /saddr/ && / (drop|reject|jump fpbx(attacker|shortblock))/ {
      far = reach(s, $0); t = $0; sub(/.*saddr /, "", t)
      if (t ~ /^@/) {
        sub(/ .*/, "", t); t = substr(t, 2); B[t] = by(s) == "firewall" ? by(t) : by(s)
        W[t] = "nft-set " tab; leads(t, far)
      } else if (! (t ~ /^.=/)) {
        if (! sub(/ *[}].*/, "", t)) sub(/ .*/, "", t)
        m = split(t, L, " "); for (i = 1; i <= m; i++) rule(s, L[i], far, "nft-rule " tab)
      }
    }
    END {
      for (i = 1; i <= k; i++) {
        if (C[i] in V && V[C[i]] < G[i]) G[i] = V[C[i]]
        R[M[i]] += G[i]
      }
      for (i = 1; i <= e; i++) if (E[i] in B) R[X[i]] += V[E[i]]
      # A jail keeps from the phone system whom the firewall keeps from it; where that does not know, by its name.
      for (i = 1; i <= f; i++) {
        t = J[i]; a = A[i]; m = ! (t ~ /ssh|ftp|apache|nginx|http|post|dovecot|gui/)
        if (a in R) m = R[a]
        if (("=" t) in V) m = V["=" t]
        if (m) tell("fail2ban", t, a, "", 2)
      }
      # Whom FreePBX lets in before it asks who has been a nuisance.
      for (i = 1; out && i <= z && i < 400; i++)
        if (Y[i] in Z || Y[i] ~ /^(fpbxknownreg|ACCEPT|zone-trusted)$/) print "let|" F[i]
      for (i = 1; i <= k; i++) tell(by(C[i] == "ATTACKER" ? "fpbx" : C[i]), C[i], M[i], H[i], G[i])
      for (i = 1; i <= e; i++) if (E[i] in B) tell(B[E[i]], E[i], X[i], W[E[i]], V[E[i]])
      if (n > 399) print "part|bans|too-much|"; else if (! bad) print "part|bans|read|"
    }
  '
}

# FreeSWITCH: vars.xml, the profiles, the voice range, its lists of networks, what leads abroad.
X='
function attr(t, k,   m) {
  if (! match(t, "[ \t]" k "=(\"[^\"]*\"|\047[^\047]*\047)")) return ""
  m = length(k) + 3; return substr(t, RSTART + m, RLENGTH - m - 1)
}
function set(s, k, v) { if (++sets > 3000) much["files"] = here; else print "set|" here "|" nm(s) "|" k "|" c(v) }
function tag(t,   k, v, i) {
  if (t ~ /^<.?gateways?[ >]/) gw = t ~ /^<g/
  if (t ~ /^<(profile|list|context)[ >]/) sec = attr(t, "name")
  if (t ~ /^<list /) set(sec, "default", ok("w", attr(t, "default")))
  if (conf == "vars" && t ~ /^<X-PRE-PROCESS/ && attr(t, "cmd") ~ /^(stun-)?set$/) {
    v = attr(t, "data"); i = index(v, "="); k = trim(substr(v, 1, i - 1))
    if ((conf, k) in K) set("vars", k, ok("v", trim(substr(v, i + 1))))
  }
  if (t ~ /^<param/ && ! gw) {
    k = tolower(attr(t, "name")); if ((conf, k) in K) set(conf == "switch" ? conf : sec, k, ok("v", attr(t, "value")))
  }
  if (conf == "modules" && t ~ /^<load /) loads[attr(t, "module")] = 1
  # A program that answers for the files, and for whom it answers.
  if (conf ~ /^mod_/ && t ~ /^<param/ && (conf in loads) && k ~ /^(gateway-url|xml-handler-bindings)$/) {
    v = k ~ /^g/ ? attr(t, "bindings") : attr(t, "value")
    if (v ~ /dialplan/) lies["dial-plan"] = here
    if (v ~ /directory/) lies["accounts"] = here
    if (v ~ /configuration/ && pages != "fusionpbx") lies["files"] = here
  }
  if (conf == "acl" && t ~ /^<node/ && (v = attr(t, "cidr")) != "") set(sec, ok("w", attr(t, "type")), ok("a", v))
  if (conf == "dial-plan") {
    if (t ~ /^<.?extension/) pat = ""
    if (t ~ /^<condition/ && attr(t, "field") == "destination_number") { pat = attr(t, "expression"); at = here }
    if (t ~ /^<action/ && attr(t, "application") == "bridge" && attr(t, "data") ~ /sofia\//)
      if (pat ~ /^[(\^]*[09]?[(]*(00|011|\\[+]|\[[+]|(\.|\\d|\[0-9\])[*+])/ && pat ~ /^[][0-9a-z()^$.*+?\\{},-]+$/) {
        if (++dials > 200) much["dial-plan"] = here; else print "dial|" at "|" nm(sec) "|" c(pat)
        pat = ""
      }
  }
}
function read(file,   l, n, i, j, buf, off) {
  # A pattern of the dial plan names its file itself.
  if (! (conf ~ /^mod/) && (conf != "dial-plan" || plans == 1)) print "conf|" conf "|" c(file)
  sec = pat = buf = ""; gw = off = n = 0
  while ((getline l < file) > 0 && n < 50000) {
    here = c(file) "|" ++n
    if (off) { i = index(l, "-->"); if (i == 0) continue; l = substr(l, i + 3); off = 0 }
    while (i = index(l, "<\041--")) {
      j = index(substr(l, i), "-->"); off = j == 0; l = substr(l, 1, i - 1) (off ? "" : substr(l, i + j + 2))
    }
    buf = buf " " l
    while (match(buf, /<[^>]*>/)) { l = substr(buf, RSTART, RLENGTH); buf = substr(buf, RSTART + RLENGTH); tag(l) }
    if (index(buf, "<") == 0 || length(buf) > 4000) buf = ""
  }
  close(file)
}
BEGIN {
  put("vars", "v", "external_rtp_ip external_sip_ip domain local_ip_v4 bind_server_ip internal_sip_port")
  put("vars", "v", "external_sip_port internal_tls_port external_tls_port internal_auth_calls external_auth_calls")
  put("vars", "v", "internal_ssl_enable external_ssl_enable rtp_start_port rtp_end_port")
  put("profile", "v", "ext-rtp-ip ext-sip-ip rtp-ip sip-ip sip-port tls tls-only tls-sip-port context auth-calls")
  put("profile", "v", "local-network-acl apply-nat-acl apply-inbound-acl apply-register-acl aggressive-nat-detection")
  put("profile", "v", "ndlb-force-rport ndlb-received-in-nat-reg-contact accept-blind-reg accept-blind-auth")
  put("profile", "v", "nat-options-ping all-reg-options-ping unregister-on-options-fail disable-rtp-auto-adjust")
  put("profile", "v", "log-auth-failures auth-all-packets inbound-proxy-media inbound-bypass-media")
  put("switch", "v", "rtp-start-port rtp-end-port")
  while ((getline f) > 0) {
    i = index(f, " "); conf = substr(f, 1, i - 1); f = substr(f, i + 1)
    if (conf == "-") { if (++bad < 50) print "part|files|denied|" c(f) }
    else if (conf == "dial-plan") { if (++plans > 400) much[conf] = c(f); else read(f) }
    else if (! (conf ~ /^mod/) && ++n > 60) much["files"] = c(f)
    else read(f)
  }
  m = split("accounts dial-plan files", R, " ")
  for (i = 1; i <= m; i++) {
    k = R[i]
    if (k in lies) { sub(/[|].*/, "", lies[k]); print "part|" k "|elsewhere|" lies[k] }
    if (k in much) { sub(/[|].*/, "", much[k]); print "part|" k "|too-much|" much[k]; lies[k] = 1 }
  }
  if (! bad && ! ("files" in lies)) print "part|files|" (n + plans ? "read" : "absent") "|"
  if (! ("dial-plan" in lies)) print "part|dial-plan|" (plans ? "read" : "absent") "|"
}
'

fs() { lim fs_cli -x "$1"; }
fs_files() {
  for f in modules:autoload_configs/modules.conf.xml mod_xml_curl:autoload_configs/xml_curl.conf.xml \
    mod_lua:autoload_configs/lua.conf.xml mod_perl:autoload_configs/perl.conf.xml \
    mod_python:autoload_configs/python.conf.xml \
    vars:vars.xml switch:autoload_configs/switch.conf.xml acl:autoload_configs/acl.conf.xml \
    profile:sip_profiles/*.xml dial-plan:dialplan/*.xml dial-plan:dialplan/*/*.xml; do
    for g in $fsd/${f#*:}; do
      if [ -f "$g" ]; then if [ -r "$g" ]; then echo "${f%%:*} $g"; else echo "- $g"; fi; fi
    done
  done
}
fs_says() {
  for n in external_rtp_ip external_sip_ip domain local_ip_v4; do
    fs "global_getvar $n" | awk -v n=$n "$A"'NR == 1 && $0 != "" && ok("v", $0) == $0 { print "run|var|" n "|" $0 }'
  done
  w='$2 == "profile" && $1 ~ /^[A-Za-z0-9_.-]+$/ { print $1 } $2 == "gateway" && $NF ~ /^[A-Z_]+$/ { print "=" $NF }'
  for n in $(fs "sofia status" | awk "$w"); do
    case $n in =*) echo "run|registration|sofia|${n#=}"; continue ;; esac
    { fs "sofia status profile $n"; fs "sofia status profile $n reg"; } | awk -v n="$n" "$A"'
      function flush() {
        if (ip(a) && p) print "run|contact|" n "|" nm(u) "|" a "|" p "|" s "|" l "|" ms
        a = p = s = l = ms = ""
      }
      BEGIN {
        put(1, 1, "RTP-IP Ext-RTP-IP SIP-IP Ext-SIP-IP URL BIND-URL TLS-URL TLS-BIND-URL Auto-NAT AGGRESSIVENAT")
      }
      ((1, $1) in K) {
        v = $2; sub(/^sips?:[^@]*@/, "", v); sub(/;.*/, "", v); print "run|profile|" n "|" $1 "|" ok("v", v)
      }
      $1 == "Call-ID:" { flush() }
      $1 == "User:" { u = $2; sub(/@.*/, "", u) }
      $1 == "Status:" && match($0, /EXPSECS\([0-9]+\)/) { l = substr($0, RSTART + 8, RLENGTH - 9) }
      $1 == "Ping-Status:" { s = $2 == "Reachable" ? "yes" : $2 == "Unreachable" ? "no" : "" }
      $1 == "Ping-Time:" && $2 > 0 { ms = int($2 + 0.5) }
      $1 == "IP:" { a = $2 }
      $1 == "Port:" && $2 ~ /^[0-9]+$/ { p = $2 }
      END { flush() }'
  done
}
fs_all() {
  v=$(fs version | awk '/^FreeSWITCH/ && match($0, /[0-9]+\.[0-9]+\.[0-9]+/) {
    print substr($0, RSTART, RLENGTH); exit }')
  echo "system|freeswitch|$v"
  p=''; for d in /etc/fusionpbx /var/www/fusionpbx; do [ -d $d ] && p=fusionpbx; done
  [ -z "$p" ] || echo "product|fusionpbx|$(awk 'match($0, /return .[0-9]+\.[0-9.]*[0-9]/) {
    print substr($0, RSTART + 8, RLENGTH - 8); exit }' /var/www/fusionpbx/resources/classes/software.php)"
  if [ -x "$fsd" ]; then fs_files | awk -v pages="$p" "$A$X"; else echo "part|files|denied|$fsd"; fi
  database
  if [ -n "$v" ]; then fs_says | enough
  elif [ $runs = yes ]; then echo "part|running|$(why)|fs_cli"
  else echo "part|running|absent|"; fi
}

# The settings of the management pages. The password goes where no other user sees it: not into a command line.
word_of() {
  awk -v k="$1" '/^ *([#;]|\/\/)/ { next } (i = index($0, k)) {
    t = substr($0, i + length(k)); sub(/^[^=]*= */, "", t); q = substr(t, 1, 1)
    if (q == "\"" || q == "\047") { t = substr(t, 2); t = substr(t, 1, index(t, q) - 1) }
    sub(/[ \r]+$/, "", t); print t; exit }' $f
}
database() {
  if [ "$p" = fusionpbx ]; then f=/etc/fusionpbx/config.conf k=database.0. u=username w=password n=name h=host d=psql
  else
    k=AMPDB u=USER w=PASS n=NAME h=HOST d=mysql
    for f in /etc/freepbx.conf /etc/amportal.conf; do [ -f $f ] && break; done
  fi
  [ -f $f ] && [ -n "$p" ] || return 0
  [ -r $f ] || { echo "part|database|denied|$f"; return; }
  has $d || { echo "part|database|absent|$d"; return; }
  u=$(word_of $k$u) w=$(word_of $k$w) n=$(word_of $k$n) h=$(word_of $k$h)
  MYSQL_PWD=$w PGPASSWORD=$w PGCONNECT_TIMEOUT=5; export MYSQL_PWD PGPASSWORD PGCONNECT_TIMEOUT
  if [ $d = psql ]; then
    lim psql -w -A -t -F ' ' -h "${h:-localhost}" -U "$u" -d "$n" -c "select 'v_sip_profile_settings',
      p.sip_profile_name || '/' || s.sip_profile_setting_name, s.sip_profile_setting_value from v_sip_profiles p
      join v_sip_profile_settings s on s.sip_profile_uuid = p.sip_profile_uuid
      where cast(s.sip_profile_setting_enabled as text) like 't%'"
  else
    for t in sipsettings,keyword,data 'kvstore_Sipsettings,`key`,val'; do
      lim mysql -N -B -h "${h:-localhost}" -u "$u" -e "select '${t%%,*}',${t#*,} from ${t%%,*}" "${n:-asterisk}"
    done
  fi | awk "$A"'
    BEGIN {
      t = "^(externip|externhost)(_val)?$|^(localnet|netmask)_[0-9]+$|^(udp|tcp|tls|ws|wss)port-[0-9.]+$"
      t = t "|^(nat|nat_mode|bindaddr|bindport|tlsbindport|localnets|allowguest|externrefresh|rtpstart|rtpend)$"
      t = t "|^[A-Za-z0-9_.-]+/((ext-)?(rtp|sip)-ip|(tls-)?sip-port|(local-network|apply-nat)-acl|auth-calls"
      t = t "|aggressive-nat-detection|accept-blind-(reg|auth)|NDLB-force-rport)$"
    }
    $2 ~ t && ! (($1, $2) in S) && n < 200 {
      S[$1, $2] = 1
      v = $0; sub(/^[^ \t]+[ \t]+[^ \t]+[ \t]*/, "", v); x = v
      if ($2 == "localnets") gsub(/[]["{}:, ]|net|mask/, "", x)
      print "db|" $1 "|" $2 "|" (ok("v", x) == x ? c(v) : "?"); n++
    }
    END { print "part|database|" (n ? "read" : "failed") "|" }
  '
}

# Which phone system it is, and where its files lie: the running one knows.
find_it() {
  kind=none ast='' etc=/etc/asterisk fsd='' runs=no
  for d in /usr/local/freeswitch/conf /opt/freeswitch/conf /usr/local/etc/freeswitch /etc/freeswitch; do
    [ -d $d ] && kind=freeswitch fsd=$d
  done
  [ -d $etc ] && kind=asterisk
  for f in $(grep -l -e asterisk -e freeswitch /proc/[0-9]*/cmdline 2>/dev/null); do
    # Those of another container are not ours.
    a=$(readlink ${f%cmdline}ns/net 2>/dev/null) b=$(readlink /proc/self/ns/net 2>/dev/null)
    [ -z "$a" ] || [ -z "$b" ] || [ "$a" = "$b" ] || continue
    set -f; set -- $(tr '\000' ' ' 2>/dev/null <$f); set +f
    case ${1##*/} in asterisk | freeswitch) kind=${1##*/} runs=yes ;; *) continue ;; esac
    while [ $# -gt 1 ]; do
      case $1 in -C) [ -f "$2" ] && ast=$2 ;; -conf) [ -d "$2" ] && fsd=$2 ;; esac
      shift
    done
    break
  done
  f=${ast:-$etc/asterisk.conf}
  d=$(awk '/^ *astetcdir *=/ { sub(/^[^=]*=>? */, ""); sub(/ *(;.*)?$/, ""); print; exit }' "$f" 2>/dev/null)
  [ -d "$d" ] && etc=$d
}

product() {
  p='' v=''
  for f in /etc/freepbx.conf /etc/amportal.conf; do [ -f $f ] && p=freepbx; done
  for f in /etc/issabel.conf /etc/elastix.conf; do [ -f $f ] && p=issabel; done
  [ -d /etc/trixbox ] && p=trixbox
  [ -n "$p" ] || return 0
  for d in /var/www/html/admin /var/www/admin; do
    [ -r $d/modules/framework/module.xml ] && v=$d/modules/framework/module.xml
  done
  v=$(awk '/<version>/ && match($0, /[0-9]+\.[0-9.]*[0-9]/) {
    print substr($0, RSTART, RLENGTH); exit }' ${v:-/dev/null})
  echo "product|$p|$v"
}

asterisk_all() {
  w='$1 == "Asterisk" && $2 ~ /^[A-Za-z0-9.~+-]+$/ { print $2; exit }'
  v=$(ax "core show version" | awk "$w"); says=$v
  [ -n "$v" ] || v=$(lim asterisk -V | awk "$w")
  echo "system|asterisk|$v"
  product
  if [ -x "$etc" ]; then awk -v etc="$etc" "$A$F" </dev/null; else echo "part|files|denied|$etc"; fi
  database
  if [ -n "$says" ]; then asterisk_says | enough
  elif [ $runs = yes ]; then echo "part|running|$(why)|asterisk -rx"
  else echo "part|running|absent|"; fi
}

everything() {
  echo "at|$now"
  find_it
  case $kind in
    asterisk) asterisk_all ;;
    freeswitch) fs_all ;;
    *) echo "system|none|" ;;
  esac
  addresses; s=$(sockets); echo "$s"; { echo "$s"; bans; } | ban_lines
}

lines=$(everything 2>/dev/null | awk '{ gsub(/[^ -~]/, "?"); l = substr($0, 1, 390); sub(/ +$/, "", l) }
  NR < 7900 { print l }')
printf '=== separate-entrance inside 1 begin ===\n%s\n' "$lines"
set -- $(printf '%s\n' "$lines" | wc -l) $(printf '%s\n' "$lines" | cksum)
echo "=== separate-entrance inside 1 end $1 $2 ==="
SEPARATE_ENTRANCE
