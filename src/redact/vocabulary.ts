/**
 * Words that logs are made of. A host that is called like one of them is replaced only where a name must stand: replaced
 * everywhere, it would wreck the text, and left alone elsewhere it tells nobody that it is a name.
 */
const cluster = `
  active action actions agent agents alert all allocation any attribute attributes attrd available bad based because bindnet blocked both
  broadcast bundle call called cannot cfg cgroup change changed cib cibadmin client cluster clustered clone cluster-infrastructure cluster-name clusters cman
  complete completed config configuration configured confirmed connect connected connection constraint consensus controld controller core corosync cpg crm crmadmin crmd
  current daemon dc dc-version default delay demote demoted detected device devices died digest disconnected disk dlm done down drbd election
  enabled end ended epoch error errors event events exec execd executed executing expected expired fail fail-count failed failing failure failures false
  feature fence fenced fencer fencing file files filesystem finished flag forced form formed found from full global group ha hacluster haclient handshake
  have-watchdog heartbeat high host hosts idle ignore ignored info inactive infinity init initiating instance internal interval invalid ip ipc issue join joined
  kernel key kill killed knet last last-failure lease leave left level link links list listen load local localhost lock log logger login logs loss lost low lrm lrmd lsb lv lvm
  machine main maintenance maintenance-mode manager manual map mark master member members membership memory merged message messages meta metadata migrate
  missing mode modified monitor monitoring mount mounted name network new nfs nic no-quorum-policy node nodeid nodelist nodes none not notice notify now null number ocf off offline
  ok okay old on one online open operation operations option order other out owner pacemaker pacemakerd parent partition passive path pcmk pcs pcsd peer
  peers pending pengine pid ping policy pool port primary primitive priority probe process processes processor product promote promoted promotable property
  provider quorate quorum reachable ready reason reboot received recover recovered recovery reload remote removed report request requested reset resource resources response
  restart restarted result results retransmit returned role root router rpc rsc rule running sbd scheduler schedulerd scope score secondary sent serial server servers service
  services session set shutdown slave source stack standby start started starting state status stderr stdin stdout steal stonith stonith-enabled stonith-ng stop stopped
  stopping success summary suspend sync system systemd target task temporary test time timed timeout timer tmp token top totem transition transport true
  type uid unclean unfenced unknown unmanaged unpack up update updated user users value verify version vg virtual volume votequorum vote votes wait waiting warning
  warn watchdog will witness worker write yes zone alias domain constraint`
const machine = `
  access account accounts address admin administrator anaconda apache application audit auditd auth authpriv backend base bash bin block boot bond bonding bridge bus cache
  cert certificate cmd code comm command console container control cpu cron crond ctl cups dbus debug dev dhclient dhcp dir directory dm dmesg dns 
  driver eth etc ext ext3 ext4 firewall firewalld format free frontend fs ftp function gateway getty hard hardware home hostname http httpd https ibm id
  image inet input install interface irq iscsi java job journal journald json kdump label ldap lib lib64 library linux lo lsof lvmlockd lvmpolld
  mail mapper mcelog mdns mem microsoft module modules monit multipath multipathd named net netmask NetworkManager networkmanager nobody node-exporter noarch
  nogroup ntp ntpd chrony chronyd ocsp opt os output package packages page pam part password php pipe polkitd postfix  
  print private proc prod program protocol public python query queue ram raw read realtime redhat release rhel rhel7 rhel8 rhel9 el7 el8 el9 rpm rsync rsyslog rsyslogd run
  sar sbin scan scsi sda sdb security select selinux send sh share shell size slapd smb snmp snmpd socket soft software spool sql srv ssh sshd sssd
  ssl stat static stdio stream sudo swap switch sys syslog syslogd tcp temp terminal thread tls trap tty tuned udev udp unit unix usr utf8 util var vlan vm vmtoolsd vmware
  wan lan wheel www x86 x86_64 aarch64 i386 i686 ppc64le s390x xfs xml yum dnf ipv4 ipv6 sha1 sha256 md5 crc32 base64 utf-8 localdomain local4 localhost4 localhost6`
const english = `
  about above add added after again ago also an and april are as ask at august auto automatic be been before begin being below between but by can change check class clean clear
  close closed copy could count created daily date day days december did do does each early either else empty enough enter even every exit explicit extra far fast february few field first
  fixed follow for forward friday get give given go good got grant group had half hand has have held help her here high him his hold hour hours how if import in
  including into is it items its itself january july june just keep know known large larger later least leave less let like limit line lines long look made make many march match max may
  mean min minute minutes monday month monthly more most move much must need never next night no normal note nothing november object october of off often once only onto or our over own part
  pass past per place please point possible press problem put queue quick quiet quit range rate rather reach real really record red regular reply rest right round same saturday save
  say second seconds section see seen self september several she short should show side simple since single small so some soon still such sunday sure table take taken term than that the
  their them then there these they thing this those three through thursday to today together too took total try tuesday turn two under until upon us use used using usual very via view was
  way we wednesday week weekly well went were what when where whether which while who whole why with within without word work would year you your
  mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec utc gmt cet cest est edt pst pdt`

/** In these, names that people give to hosts (alpha, store, east, lion, ares) stand by chance: replaced there, they would be easy to guess. */
const around = `
  acknowledge acknowledged acknowledgement acknowledges alive alphabet alphabetic alphabetical alphabetically alphanumeric alphanumerics atleast author authored authoritative authorities authority
  authorization authorizations authorize authorized authorizes authorizing authors average averages bearer bearing billion blacklist blacklisted blacklisting bluetooth canonicalisation
  canonicalization capturing chrome coding compared compares comparison comparisons coverage customary database databases dataset datasets datagram datagrams datastore datatype declares
  decoding delivered delivering delivers delivery deliver develop developed developer developers developing development disappear disappeared disappearing disappears discoverable eastern echoed echoes
  echoing edges encoding encodings evenly expandable fdatasync featuring fedora fledged flooding fullest greatest hibernate hibernation hardcoding ignorable ignored indian initialisation
  initialization keepalive keystore kilobyte kilobytes knowledge latest least leverage liveness localisation lowest marshal marshalled marshalling measures metadata million millions monochrome
  nearest newest northern oldest outlive peripheral prepares primarily primitives prometheus recoverable renice reorder restore restored restores restoring restructuring scanned serialisation
  severity shared shares slowest softwares southern squares stages stored stores structured structures thorough thoroughly timestamps tzdata unacknowledged unauthorized uncork unrecoverable
  updatable userdata utilisation utilization western whitelist whitelisted whitespace whitespaces wireshark appdata`

/** Words and short texts that are never replaced for their own sake, in lower case. */
export const vocabulary: ReadonlySet<string> = new Set(`${cluster} ${machine} ${english}`.toLowerCase().split(/\s+/))

/** Words that hold names by chance, and may be names themselves. */
export const longerWords: ReadonlySet<string> = new Set(around.trim().split(/\s+/))

/** Fence agents; the devices that are made of them have names of their own. */
export const fenceAgent =
  /^fence_(?:aliyun|amt_ws|apc|apc_snmp|aws|azure_arm|bladecenter|brocade|cisco_mds|cisco_ucs|compute|crosslink|cyberpower_ssh|docker|drac|drac5|dummy|eaton_snmp|ecloud|emerson|eps|evacuate|gce|hds_cb|heuristics_ping|hpblade|ibm_powervs|ibm_vpc|ibmblade|idrac|ifmib|ilo\w*|imm|intelmodular|ipdu|ipmilan\w*|kdump|kubevirt|legacy|lpar|mpath|netio|nutanix_ahv|openstack|ovh|powerman|pve|raritan|rcd_serial|redfish|rhevm|rsa|rsb|sanbox2|sbd|scsi|skalar|tripplite_snmp|vbox|virsh|virt|virtd|vmware|vmware_rest|vmware_soap|vmware_vcloud|watti|wti|xenapi|xvm|zvm\w*)$/

/** Accounts that every system or a well-known program has. */
export const systemUsers: ReadonlySet<string> = new Set(
  `root bin daemon adm lp sync shutdown halt mail operator games ftp nobody nogroup dbus polkitd sshd chrony rpc rpcuser nfsnobody hacluster haclient tss sssd
  postfix ntp ntpd apache nginx mysql mariadb postgres named ldap tomcat zabbix nagios nrpe puppet libstoragemgmt setroubleshoot cockpit-ws cockpit-wsinstance unbound gluster
  qemu kvm dnsmasq radvd saslauth avahi abrt colord gdm gnome-initial-setup geoclue pulse rtkit usbmuxd flatpak clevis pesign insights insights-client
  tcpdump pcp grafana redis haproxy squid memcached oprofile ceph cinder nova glance systemd-network systemd-resolve systemd-coredump systemd-bus-proxy systemd-timesync
  systemd-oom systemd-journal messagebus syslog man news uucp proxy www-data backup list irc gnats _apt input wheel users utmp sys tty disk kmem
  reboot wtmp btmp runlevel unknown unset none null all any user username uid euid gid invalid illegal slice session sapadm oracle grid sap_user system service
  0 dpkg pcsd pacemaker corosync`.split(/\s+/),
)

/** Names of makers and projects: everybody knows them, and they tell nothing of a cluster. */
export const publicDomain =
  /(?:^|\.)(?:redhat|fedoraproject|centos|rockylinux|almalinux|oracle|suse|opensuse|kernel|clusterlabs|microsoft|windows|office|msedge|azure|microsoftonline|crowdstrike|sentinelone|trendmicro|trellix|mcafee|sophos|symantec|broadcom|vmware|eset|bitdefender|kaspersky|paloaltonetworks|cylance|rsyslog|openssh|libssh|openssl|gnu|freedesktop|gnome|kde|mozilla|python|github|gitlab|googleapis|google|debian|ubuntu|canonical|sap|w3|ietf|iana|apache|nginx|postgresql|mysql|mariadb|systemd|docker|quay|cloudflare|ntp|pool\.ntp|lkml|sourceware|sourceforge|digicert|entrust|letsencrypt)\.(?:com|org|net|io|de|eu)$/i
