#!/usr/bin/perl
# The witness of Separate Entrance, for phone systems too old for the program itself. Perl 5.8, its core only, no root.
# It holds the free UDP ports @FIRST@-@LAST@ for @MINUTES@ minutes and answers the tokens of one invitation, each once.
# To strangers it says nothing. While it runs, new calls find no port for their sound. Ctrl-C ends it.
use strict;
use Socket;
use Fcntl;
use Errno qw(EADDRINUSE EACCES);

my ($first, $last, $minutes) = (@FIRST@, @LAST@, @MINUTES@);
my $key = pack 'H64', '@KEY@';
my $end = time + 60 * $minutes;
my $at_once = 900;            # Handles of one process: old systems give 1024.
my $checks_a_second = 5000;   # Proofs of one process; a flood beyond that is dropped unread.
my $most_runs = 64;           # Errands of walkers that are told apart.
my $total = $last - $first + 1;

# --- HMAC-SHA-256 (RFC 2104, FIPS 180-4). Digest::SHA came with Perl 5.9.3; without it the same is done here. ---------

my $digest = eval { require Digest::SHA; 1 };
my @k = unpack 'N64', pack 'H512', join '', qw(
    428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74
    80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d
    b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e
    92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 19a4c116 1e376c08 2748774c 34b0bcb5
    391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2);
my @start = unpack 'N8', pack 'H64', '6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19';
my $inner = $digest || compress(\@start, ($key ^ ("\x36" x 32)) . ("\x36" x 32));
my $outer = $digest || compress(\@start, ($key ^ ("\x5c" x 32)) . ("\x5c" x 32));

sub compress {
    use integer;              # Wraps at 32 or 64 bits; the masks make both the same.
    my ($state, $block) = @_;
    my $m = 0xffffffff;
    my @w = unpack 'N16', $block;
    for my $i (16 .. 63) {
        my ($x, $y) = @w[$i - 15, $i - 2];
        $w[$i] = ($w[$i - 16] + $w[$i - 7]
            + (((($x >> 7) & 0x1ffffff | $x << 25) ^ (($x >> 18) & 0x3fff | $x << 14) ^ (($x >> 3) & 0x1fffffff)) & $m)
            + (((($y >> 17) & 0x7fff | $y << 15) ^ (($y >> 19) & 0x1fff | $y << 13) ^ (($y >> 10) & 0x3fffff)) & $m)) & $m;
    }
    my ($a, $b, $c, $d, $e, $f, $g, $h) = @$state;
    for my $i (0 .. 63) {
        my $s1 = ((($e >> 6) & 0x3ffffff | $e << 26) ^ (($e >> 11) & 0x1fffff | $e << 21) ^ (($e >> 25) & 0x7f | $e << 7)) & $m;
        my $t1 = ($h + $s1 + (($e & $f) ^ (~$e & $g)) + $k[$i] + $w[$i]) & $m;
        my $s0 = ((($a >> 2) & 0x3fffffff | $a << 30) ^ (($a >> 13) & 0x7ffff | $a << 19) ^ (($a >> 22) & 0x3ff | $a << 10)) & $m;
        my $t2 = ($s0 + (($a & $b) ^ ($a & $c) ^ ($b & $c))) & $m;
        ($h, $g, $f, $e, $d, $c, $b, $a) = ($g, $f, $e, ($d + $t1) & $m, $c, $b, $a, ($t1 + $t2) & $m);
    }
    my @now = ($a, $b, $c, $d, $e, $f, $g, $h);
    return [map { ($state->[$_] + $now[$_]) & $m } 0 .. 7];
}

sub proof {                   # Of the 20 signed bytes of a token, cut to 12.
    my ($signed) = @_;
    return substr Digest::SHA::hmac_sha256($signed, $key), 0, 12 if $digest;
    my $first_hash = compress($inner, $signed . "\x80" . ("\0" x 41) . pack('n', 8 * (64 + 20)));
    my $hash = compress($outer, pack('N8', @$first_hash) . "\x80" . ("\0" x 29) . pack('n', 8 * (64 + 32)));
    return substr pack('N8', @$hash), 0, 12;
}

# --- One process for each part of the range. --------------------------------------------------------------------------

my (@kids, @up, @down);
my $stop = 0;
$SIG{PIPE} = 'IGNORE';
$| = 1;
for (my $from = $first; $from <= $last; $from += $at_once) {
    my $to = $from + $at_once - 1;
    $to = $last if $to > $last;
    pipe(my $up_read, my $up_write) or die "pipe: $!\n";
    pipe(my $down_read, my $down_write) or die "pipe: $!\n";
    my $kid = fork;
    die "fork: $!\n" unless defined $kid;
    if (!$kid) {
        close $up_read;
        close $down_write;
        close $_ for @up, @down;
        stand($from, $to, $up_write, $down_read);
        exit 0;
    }
    close $up_write;
    close $down_read;
    push @kids, $kid;
    push @up, $up_read;
    push @down, $down_write;
}
$SIG{INT} = $SIG{TERM} = sub { $stop = 1; kill 'TERM', @kids };

# Each tells what it holds, and is told what all hold.
my $held = '';
for my $up (@up) {
    my $line = <$up>;
    $held .= $line if defined $line;
    chomp $held;
}
for my $down (@down) {
    syswrite $down, "$held\n";
    close $down;
}
my $count = ($held =~ tr/1//);
my $in_use = ($held =~ tr/u//);
my $beyond = ($held =~ tr/x//);
print "Holding $count of $total ports for $minutes minutes.\n";
print "Left alone, because the phone system or something else uses them: $in_use.\n" if $in_use;
print "Left out, because this system gives no more handles: $beyond.\n" if $beyond;

my ($answered, $dropped, %from) = (0, 0);
for my $up (@up) {
    while (my $line = <$up>) {
        $dropped += $1 if $line =~ /^dropped (\d+)/;
        next unless $line =~ /^from (\S+) (\d+)/;
        $answered += $2;
        $from{$1} += $2;
    }
}
waitpid $_, 0 for @kids;
print "Knocks answered: $answered. Dropped, because they were no tokens of this code: $dropped.\n";
print "From $_: $from{$_}.\n" for sort keys %from;

sub stand {
    my ($from, $to, $up, $down) = @_;
    $SIG{INT} = $SIG{TERM} = sub { $stop = 1 };
    my $protocol = getprotobyname 'udp';
    my ($bits, $holding, @port, @socket) = ('', '');
    for my $port ($from .. $to) {
        my $socket;
        if (!socket $socket, PF_INET, SOCK_DGRAM, defined $protocol ? $protocol : 17) {
            $holding .= 'x';
        } elsif (!bind $socket, sockaddr_in($port, INADDR_ANY)) {
            $holding .= $! == EADDRINUSE || $! == EACCES ? 'u' : 'x';
        } else {
            fcntl $socket, F_SETFL, O_NONBLOCK;
            my $handle = fileno $socket;
            ($port[$handle], $socket[$handle]) = ($port, $socket);
            vec($bits, $handle, 1) = 1;
            $holding .= '1';
        }
    }
    syswrite $up, "$holding\n";
    my $held = <$down>;
    chomp $held;
    $held =~ tr/1/0/c;        # Held or not is all that walkers are told.
    eval { require POSIX; POSIX::nice(5) };

    my ($dropped, $second, $checks, %seen, %from) = (0, 0, 0);
    while (!$stop && time < $end) {
        my $ready = $bits;
        next if select($ready, undef, undef, 1) <= 0;
        my $list = unpack 'b*', $ready;
        for (my $handle = index $list, '1'; $handle >= 0; $handle = index $list, '1', $handle + 1) {
            for (1 .. 16) {
                my $source = recv $socket[$handle], my $token, 64, 0;
                last unless defined $source && length $source;
                my $answer = answer($token, $port[$handle], $held, \%seen, \$second, \$checks);
                if (!defined $answer) {
                    $dropped++;
                    next;
                }
                send $socket[$handle], $answer, 0, $source;
                my ($port, $address) = sockaddr_in $source;
                my $name = inet_ntoa $address;
                $name = 'others' if keys %from >= 32 && !$from{$name};
                $from{$name}++;
            }
        }
    }
    syswrite $up, "dropped $dropped\n";
    syswrite $up, "from $_ $from{$_}\n" for keys %from;
}

# The answer to a token that came to a port; none for strays, forgeries, repeats and floods.
sub answer {
    my ($token, $arrived, $held, $seen, $second, $checks) = @_;
    return undef if length $token != 32;
    my ($magic, $port, $zero, $run, $count) = unpack 'a4 n n N N', $token;
    return undef if $magic ne "SE\x01Q" && $magic ne "SE\x01H";
    ($$second, $$checks) = (time, 0) if time != $$second;
    return undef if ++$$checks > $checks_a_second || $count >= 65536;
    my ($signed, $proof) = unpack 'a20 a12', $token;
    return undef if proof($signed) ne $proof;
    return undef if !exists $seen->{$run} && keys %$seen >= $most_runs;
    $seen->{$run} = '' unless exists $seen->{$run};
    return undef if vec $seen->{$run}, $count, 1;
    vec($seen->{$run}, $count, 1) = 1;
    my $told;
    if ($magic eq "SE\x01Q") {
        $told = pack 'a4 n n N N n n', "SE\x01A", $port, $arrived, $run, $count, $first, $last;
    } else {
        my ($is, $from, $to) = (0, $port, $port);
        if ($port >= $first && $port <= $last) {
            my $at = $port - $first;
            $is = substr $held, $at, 1;
            my $other = $is ? '0' : '1';
            my $before = rindex $held, $other, $at;
            my $after = index $held, $other, $at;
            ($from, $to) = ($first + $before + 1, $after < 0 ? $last : $first + $after - 1);
        }
        $told = pack 'a4 n n N N n n', "SE\x01T", $port, $is, $run, $count, $from, $to;
    }
    return $told . proof($told);
}
