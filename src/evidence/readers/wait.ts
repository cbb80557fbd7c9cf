/** Kernel functions in which a task waits, by what it waits for. */
const waits: readonly (readonly [RegExp, string])[] = [
  [/^(?:fanot|fsnotify)/, 'process.blocked-in-fanotify'],
  [/^(?:audit_log_start|wait_for_auditd)/, 'process.blocked-in-audit'],
  [/^(?:nfs\d?_|nfs_|rpc_|__rpc_|xprt_|nlm|nlmclnt|sunrpc)/, 'process.blocked-in-nfs'],
  [
    /^(?:io_sched|blk_|bh_uptodate|jread$|rbd_|blkdev_|bit_wait_io|wait_on_page|__wait_on_buffer|wait_on_buffer|wait_on_bit_io|folio_wait|sleep_on_page|sleep_on_buffer|get_request|xfs_|_xfs_|xlog_|ext4_|jbd2_|do_get_write_access|dm_|md_|scsi_|submit_bio|rq_qos_|wbt_|dio_|__blockdev_direct|iomap_)/,
    'process.blocked-in-storage',
  ],
]

/** The reading that a wait channel (or a function on a stack) stands for. */
export function whatItWaitsFor(symbol: string): string | undefined {
  return waits.find(([pattern]) => pattern.test(symbol))?.[1]
}

/** Modules that come with the distribution's kernel and show up on the stacks of waiting tasks. */
const own =
  /^(?:xfs|ext[234]|jbd2|mbcache|btrfs|gfs2|dlm|ceph|libceph|rbd|fuse|overlay|cifs|smb|vfat|fat|isofs|squashfs|nfs|nfsd|nfsv\d|nfs_\w+|lockd|grace|sunrpc|rpcrdma|auth_rpcgss|rpcsec_gss_krb5|fscache|cachefiles|netfs|dm_\w+|md_mod|raid\d+|raid\d+_\w+|linear|loop|zram|scsi_\w+|sd_mod|sr_mod|sg|st|libata|ahci|libahci|nvme\w*|virtio\w*|vmw\w*|vmxnet3|hv_\w+|xen\w*|qla2xxx|lpfc|mpt3sas|megaraid_sas|smartpqi|aacraid|hpsa|be2\w+|bnx2\w*|bnxt_\w+|cxgb\w+|libiscsi\w*|iscsi\w*|qed\w*|target_core_\w+|tcm_\w+|libfc\w*|fcoe|ixgbe\w*|igb|i40e|iavf|ice|e1000e?|tg3|mlx\w+|ib_\w+|rdma_\w+|iw_\w+|bridge|bonding|team|tun|tap|veth|macvlan|vhost\w*|kvm\w*|nf_\w+|nft_\w+|ip_\w+|ip6?_?tables|x_tables|xt_\w+|ipv6|tipc|sctp|autofs4?|binfmt_misc|intel_\w+|amd\w*|softdog|iTCO_wdt|ipmi_\w+|tpm\w*|crc\w+|zlib_\w+|lz\w+|psample|openvswitch|drm\w*|snd\w*|usb\w*|hid\w*|uas)$/

/** Whether a module belongs to the kernel itself, by its name. */
export function isOwnModule(name: string): boolean {
  return own.test(name)
}
