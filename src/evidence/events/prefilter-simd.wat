;; Looks for many literals at once, sixteen places of a text at a time, in two ways.
;;
;; Short ones: of each literal one window of four bytes is looked for. The windows are spread over eight buckets, one bit each.
;; For each of the four bytes there are two tables of sixteen entries: which buckets have a window with this low half, and with
;; this high half, of the byte. A place that keeps a bit through all eight tables may be the beginning of a window. There the
;; four bytes are looked up in a hash table. Each byte is looked up once: what the tables say of the three bytes before is kept.
;;
;; Long ones: of each literal four keys of five bytes that follow each other are known, so that one of them begins at a place
;; that is divisible by four. Only at every fourth place a bit tells whether a key with the hash of the five bytes there may
;; exist; if so, they are looked up in another hash table. Eight bits for each byte of a text could not keep a thousand windows apart.
;;
;; What either finds is compared to the last byte.
;;
;; The memory, laid out by prefilter-simd.ts:
;;       0  four times: sixteen bytes for low halves, sixteen for high halves
;;    1024  4096 numbers of two bytes: the first entry for a hash of four bytes, 0 for none
;;    9216  8192 numbers of two bytes: the first entry for the upper thirteen bits of the hash of a key, 0 for none
;;   25600  32768 words: for a key, the bit with the lower five bits of its hash in the word of the upper fifteen
;;  156672  entries from number 0, five words each: first four bytes of the window or key, next entry, its offset in the
;;          literal, length of the literal, address of the literal
(module
  (memory (import "js" "memory") 1)
  ;; Where the search goes on when there was no room for more.
  (global $next (export "next") (mut i32) (i32.const 0))

  ;; Writes the addresses at which literals begin to $found, as far as they lie between $from and $to, and tells where it
  ;; stopped writing. Looks at places from $at; 24 bytes after $to must exist. Stops early when it has written up to $full.
  (func (export "search")
    (param $at i32) (param $from i32) (param $to i32) (param $found i32) (param $full i32)
    (result i32)
    (local $low0 v128) (local $low1 v128) (local $low2 v128) (local $low3 v128)
    (local $high0 v128) (local $high1 v128) (local $high2 v128) (local $high3 v128)
    (local $half v128) (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local $before0 v128) (local $before1 v128) (local $before2 v128)
    (local $bits i32) (local $place i32) (local $head i32) (local $hash0 i32) (local $hash1 i32) (local $hash2 i32) (local $hash3 i32) (local $bit0 i32) (local $bit1 i32) (local $bit2 i32) (local $bit3 i32)
    (local.set $low0 (v128.load (i32.const 0)))
    (local.set $high0 (v128.load (i32.const 16)))
    (local.set $low1 (v128.load (i32.const 32)))
    (local.set $high1 (v128.load (i32.const 48)))
    (local.set $low2 (v128.load (i32.const 64)))
    (local.set $high2 (v128.load (i32.const 80)))
    (local.set $low3 (v128.load (i32.const 96)))
    (local.set $high3 (v128.load (i32.const 112)))
    (local.set $half (v128.const i8x16 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15 15))
    ;; Where it goes on, the sixteen bytes before are looked up again.
    (if (i32.gt_u (local.get $at) (local.get $from))
      (then
        (local.set $b (v128.load (i32.sub (local.get $at) (i32.const 16))))
        (local.set $c (v128.and (i16x8.shr_u (local.get $b) (i32.const 4)) (local.get $half)))
        (local.set $b (v128.and (local.get $b) (local.get $half)))
        (local.set $before0
          (v128.and
            (i8x16.swizzle (local.get $low0) (local.get $b))
            (i8x16.swizzle (local.get $high0) (local.get $c))))
        (local.set $before1
          (v128.and
            (i8x16.swizzle (local.get $low1) (local.get $b))
            (i8x16.swizzle (local.get $high1) (local.get $c))))
        (local.set $before2
          (v128.and
            (i8x16.swizzle (local.get $low2) (local.get $b))
            (i8x16.swizzle (local.get $high2) (local.get $c))))))
    (block $done
      (loop $blocks
        (br_if $done (i32.ge_u (local.get $at) (local.get $to)))
        (br_if $done (i32.ge_u (local.get $found) (local.get $full)))
        ;; Bytes are looked up once; what the three bytes before said is kept, so that a window is seen at its last byte.
        (local.set $b (v128.load (local.get $at)))
        (local.set $c (v128.and (i16x8.shr_u (local.get $b) (i32.const 4)) (local.get $half)))
        (local.set $b (v128.and (local.get $b) (local.get $half)))
        (local.set $a
          (v128.and
            (i8x16.swizzle (local.get $low3) (local.get $b))
            (i8x16.swizzle (local.get $high3) (local.get $c))))
        (local.set $d
          (v128.and
            (i8x16.swizzle (local.get $low2) (local.get $b))
            (i8x16.swizzle (local.get $high2) (local.get $c))))
        (local.set $a
          (v128.and
            (local.get $a)
            (i8x16.shuffle 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 (local.get $before2) (local.get $d))))
        (local.set $before2 (local.get $d))
        (local.set $d
          (v128.and
            (i8x16.swizzle (local.get $low1) (local.get $b))
            (i8x16.swizzle (local.get $high1) (local.get $c))))
        (local.set $a
          (v128.and
            (local.get $a)
            (i8x16.shuffle 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 (local.get $before1) (local.get $d))))
        (local.set $before1 (local.get $d))
        (local.set $d
          (v128.and
            (i8x16.swizzle (local.get $low0) (local.get $b))
            (i8x16.swizzle (local.get $high0) (local.get $c))))
        (local.set $a
          (v128.and
            (local.get $a)
            (i8x16.shuffle 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 (local.get $before0) (local.get $d))))
        (local.set $before0 (local.get $d))
        (if (v128.any_true (local.get $a))
          (then
            (local.set $bits (i8x16.bitmask (i8x16.ne (local.get $a) (v128.const i64x2 0 0))))
            (loop $places
              (local.set $place (i32.sub (i32.add (local.get $at) (i32.ctz (local.get $bits))) (i32.const 3)))
              (local.set $head
                (i32.load16_u offset=1024
                  (i32.shl
                    (i32.shr_u (i32.mul (i32.load (local.get $place)) (i32.const 0x9e3779b1)) (i32.const 20))
                    (i32.const 1))))
              (if (local.get $head)
                (then
                  (local.set $found
                    (call $follow (local.get $head) (local.get $place) (local.get $from) (local.get $to) (local.get $found)))))
              (local.set $bits (i32.and (local.get $bits) (i32.sub (local.get $bits) (i32.const 1))))
              (br_if $places (local.get $bits)))))
        (local.set $hash0
          (i32.wrap_i64
            (i64.shr_u
              (i64.mul (i64.shl (i64.load (local.get $at)) (i64.const 24)) (i64.const 0x9e3779b97f4a7c15))
              (i64.const 42))))
        (local.set $hash1
          (i32.wrap_i64
            (i64.shr_u
              (i64.mul (i64.shl (i64.load offset=4 (local.get $at)) (i64.const 24)) (i64.const 0x9e3779b97f4a7c15))
              (i64.const 42))))
        (local.set $hash2
          (i32.wrap_i64
            (i64.shr_u
              (i64.mul (i64.shl (i64.load offset=8 (local.get $at)) (i64.const 24)) (i64.const 0x9e3779b97f4a7c15))
              (i64.const 42))))
        (local.set $hash3
          (i32.wrap_i64
            (i64.shr_u
              (i64.mul (i64.shl (i64.load offset=12 (local.get $at)) (i64.const 24)) (i64.const 0x9e3779b97f4a7c15))
              (i64.const 42))))
        (if (i32.and
              (i32.or
                (i32.or
                  (local.tee $bit0
                    (i32.shr_u
                      (i32.load offset=25600 (i32.and (i32.shr_u (local.get $hash0) (i32.const 5)) (i32.const -4)))
                      (local.get $hash0)))
                  (local.tee $bit1
                    (i32.shr_u
                      (i32.load offset=25600 (i32.and (i32.shr_u (local.get $hash1) (i32.const 5)) (i32.const -4)))
                      (local.get $hash1))))
                (i32.or
                  (local.tee $bit2
                    (i32.shr_u
                      (i32.load offset=25600 (i32.and (i32.shr_u (local.get $hash2) (i32.const 5)) (i32.const -4)))
                      (local.get $hash2)))
                  (local.tee $bit3
                    (i32.shr_u
                      (i32.load offset=25600 (i32.and (i32.shr_u (local.get $hash3) (i32.const 5)) (i32.const -4)))
                      (local.get $hash3)))))
              (i32.const 1))
          (then
            (if (i32.and (local.get $bit0) (i32.const 1))
              (then
                (local.set $found
                  (call $follow
                    (i32.load16_u offset=9216 (i32.and (i32.shr_u (local.get $hash0) (i32.const 8)) (i32.const -2)))
                    (i32.add (local.get $at) (i32.const 0)) (local.get $from) (local.get $to) (local.get $found)))))
            (if (i32.and (local.get $bit1) (i32.const 1))
              (then
                (local.set $found
                  (call $follow
                    (i32.load16_u offset=9216 (i32.and (i32.shr_u (local.get $hash1) (i32.const 8)) (i32.const -2)))
                    (i32.add (local.get $at) (i32.const 4)) (local.get $from) (local.get $to) (local.get $found)))))
            (if (i32.and (local.get $bit2) (i32.const 1))
              (then
                (local.set $found
                  (call $follow
                    (i32.load16_u offset=9216 (i32.and (i32.shr_u (local.get $hash2) (i32.const 8)) (i32.const -2)))
                    (i32.add (local.get $at) (i32.const 8)) (local.get $from) (local.get $to) (local.get $found)))))
            (if (i32.and (local.get $bit3) (i32.const 1))
              (then
                (local.set $found
                  (call $follow
                    (i32.load16_u offset=9216 (i32.and (i32.shr_u (local.get $hash3) (i32.const 8)) (i32.const -2)))
                    (i32.add (local.get $at) (i32.const 12)) (local.get $from) (local.get $to) (local.get $found)))))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br $blocks)))
    (global.set $next (local.get $at))
    (local.get $found))

  ;; Writes where the literals begin that are entry $number, or follow it, and of which the window or key stands at $place.
  (func $follow
    (param $number i32) (param $place i32) (param $from i32) (param $to i32) (param $found i32)
    (result i32)
    (local $entry i32) (local $start i32)
    (block $none
      (loop $entries
        (br_if $none (i32.eqz (local.get $number)))
        (local.set $entry (i32.add (i32.const 156672) (i32.mul (local.get $number) (i32.const 20))))
        (if (i32.eq (i32.load (local.get $entry)) (i32.load (local.get $place)))
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

  ;; The hash of the key at $place.
  (func (export "hash") (param $place i32) (result i32)
    (i32.wrap_i64
      (i64.shr_u
        (i64.mul (i64.shl (i64.load (local.get $place)) (i64.const 24)) (i64.const 0x9e3779b97f4a7c15))
        (i64.const 42))))

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
