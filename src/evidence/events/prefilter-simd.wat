;; Looks for many literals at once, sixteen places of a text at a time.
;;
;; Of each literal one window of four bytes is looked for. The windows are spread over eight buckets, one bit each. For each
;; of the four bytes there are two tables of sixteen entries: which buckets have a window with this low half, and with this
;; high half, of the byte. A place that keeps a bit through all eight tables may be the beginning of a window. There the four
;; bytes are looked up in a hash table, and the literals found are compared to the last byte.
;;
;; The memory, laid out by prefilter-simd.ts:
;;       0  four times: sixteen bytes for low halves, sixteen for high halves
;;    1024  4096 numbers of two bytes: the first entry for a hash, 0 for none
;;    9216  entries from number 0, five words each: window, next entry, offset of the window in its literal,
;;          length of the literal, address of the literal
(module
  (memory (import "js" "memory") 1)
  ;; Where the search goes on when there was no room for more.
  (global $next (export "next") (mut i32) (i32.const 0))

  ;; Writes the addresses at which literals begin to $found, as far as they lie between $from and $to, and tells where it
  ;; stopped writing. Looks at places from $at; sixteen bytes after $to must exist. Stops early when it has written up to $full.
  (func (export "search")
    (param $at i32) (param $from i32) (param $to i32) (param $found i32) (param $full i32)
    (result i32)
    (local $low0 v128) (local $low1 v128) (local $low2 v128) (local $low3 v128)
    (local $high0 v128) (local $high1 v128) (local $high2 v128) (local $high3 v128)
    (local $half v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $bits i32) (local $place i32) (local $window i32) (local $number i32) (local $entry i32) (local $start i32)
    (local.set $low0 (v128.load (i32.const 0)))
    (local.set $high0 (v128.load (i32.const 16)))
    (local.set $low1 (v128.load (i32.const 32)))
    (local.set $high1 (v128.load (i32.const 48)))
    (local.set $low2 (v128.load (i32.const 64)))
    (local.set $high2 (v128.load (i32.const 80)))
    (local.set $low3 (v128.load (i32.const 96)))
    (local.set $high3 (v128.load (i32.const 112)))
    (local.set $half (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    (block $done
      (loop $blocks
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        (br_if $done (i32.ge_u (local.get $found) (local.get $full)))
        (local.set $a (v128.load (local.get $at)))
        (local.set $b (v128.load offset=1 (local.get $at)))
        (local.set $c (v128.load offset=2 (local.get $at)))
        (local.set $d (v128.load offset=3 (local.get $at)))
        (local.set $a
          (v128.and
            (v128.and
              (v128.and
                (i8x16.swizzle (local.get $low0) (v128.and (local.get $a) (local.get $half)))
                (i8x16.swizzle (local.get $high0) (i8x16.shr_u (local.get $a) (i32.const 4))))
              (v128.and
                (i8x16.swizzle (local.get $low1) (v128.and (local.get $b) (local.get $half)))
                (i8x16.swizzle (local.get $high1) (i8x16.shr_u (local.get $b) (i32.const 4)))))
            (v128.and
              (v128.and
                (i8x16.swizzle (local.get $low2) (v128.and (local.get $c) (local.get $half)))
                (i8x16.swizzle (local.get $high2) (i8x16.shr_u (local.get $c) (i32.const 4))))
              (v128.and
                (i8x16.swizzle (local.get $low3) (v128.and (local.get $d) (local.get $half)))
                (i8x16.swizzle (local.get $high3) (i8x16.shr_u (local.get $d) (i32.const 4)))))))
        (if (v128.any_true (local.get $a))
          (then
            (local.set $bits (i8x16.bitmask (i8x16.ne (local.get $a) (v128.const i64x2 0 0))))
            (loop $places
              (local.set $place (i32.add (local.get $at) (i32.ctz (local.get $bits))))
              (local.set $window (i32.load (local.get $place)))
              (local.set $number
                (i32.load16_u offset=1024
                  (i32.shl (i32.shr_u (i32.mul (local.get $window) (i32.const 0x9e3779b1)) (i32.const 20)) (i32.const 1))))
              (block $none
                (loop $entries
                  (br_if $none (i32.eqz (local.get $number)))
                  (local.set $entry (i32.add (i32.const 9216) (i32.mul (local.get $number) (i32.const 20))))
                  (if (i32.eq (i32.load (local.get $entry)) (local.get $window))
                    (then
                      (local.set $start (i32.sub (local.get $place) (i32.load offset=8 (local.get $entry))))
                      (if (i32.and
                            (i32.ge_s (local.get $start) (local.get $from))
                            (call $isAt
                              (local.get $start)
                              (i32.load offset=16 (local.get $entry))
                              (i32.load offset=12 (local.get $entry))
                              (local.get $to)))
                        (then
                          (i32.store (local.get $found) (local.get $start))
                          (local.set $found (i32.add (local.get $found) (i32.const 4)))))))
                  (local.set $number (i32.load offset=4 (local.get $entry)))
                  (br $entries)))
              (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
              (br_if $places (local.get $bits)))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (global.set $next (local.get $at))
    (local.get $found))

  ;; Whether the $length bytes at $literal stand at $start, before $to.
  (func $isAt (param $start i32) (param $literal i32) (param $length i32) (param $to i32) (result i32)
    (local $end i32)
    (local.set $end (i32.add (local.get $start) (local.get $length)))
    (if (i32.gt_s (local.get $end) (local.get $to)) (then (return (i32.const 0))))
    (loop $bytes
      (if (i32.ne (i32.load8_u (local.get $start)) (i32.load8_u (local.get $literal))) (then (return (i32.const 0))))
      (local.set $literal (i32.add (local.get $literal) (i32.const 1)))
      (local.set $start (i32.add (local.get $start) (i32.const 1)))
      (br_if $bytes (i32.lt_s (local.get $start) (local.get $end))))
    (i32.const 1))

  ;; How many bytes between $from and $to are line ends.
  (func (export "newlines") (param $from i32) (param $to i32) (result i32)
    (local $count i32) (local $newline v128)
    (local.set $newline (i8x16.splat (i32.const 10)))
    (block $rest
      (loop $blocks
        (br_if $rest (i32.lt_s (i32.sub (local.get $to) (local.get $from)) (i32.const 16)))
        (local.set $count
          (i32.add
            (local.get $count)
            (i32.popcnt (i8x16.bitmask (i8x16.eq (v128.load (local.get $from)) (local.get $newline))))))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $blocks)))
    (block $done
      (loop $bytes
        (br_if $done (i32.ge_s (local.get $from) (local.get $to)))
        (local.set $count (i32.add (local.get $count) (i32.eq (i32.load8_u (local.get $from)) (i32.const 10))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $bytes)))
    (local.get $count)))
