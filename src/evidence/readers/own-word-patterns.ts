/** Patterns for one statement within one sentence, tried only on what somebody tells of a system of their own. */

/** What is over in less time than counts. */
export const soonOver =
  /(?:(?<![\d.])(?:\d|[1-9]\d|1[01]\d) ?s(?:ec(?:ond)?s?)?\b(?! later)|\b(?:a|one|for (?:a|one|some)) (?:few |couple of )?(?:seconds?|moment|minute|while)\b|\bbriefly\b|\ba bit\b|\bsome seconds\b)/i
const platform =
  '(?:VMware|vSphere|ESXi?|Hyper-?V|KVM|oVirt|RHEV|VirtualBox|Proxmox|Nutanix|AWS|Amazon EC2|EC2|Azure|GCP|Google Cloud|VMs?\\b|virtual machines?\\b)'
/** That the nodes are guests; global, for a text may say so more than once. */
export const onGuest = new RegExp(
  `\\b(?:run(?:ning|s)?|hosted|installed|deployed|built|set ?up|environment is|cluster is|nodes? (?:is|are)|servers? (?:is|are)|machines? (?:is|are)|hosts? (?:is|are)) (?:both |all )?(?:on|in|under|inside|as) (?:top of )?(?:(?:an?|the|our|two|three|\\d) )?${platform}`,
  'g',
)

/** Over sooner than counts, in other languages. */
export const soonOverElsewhere =
  /(?<![\d.])(?:\d|[1-9]\d|1[01]\d) ?(?:[Ss]ek|sec|sn\b|saniye|сек|秒|초|seg\b|segund|vteřin|másodperc)|(?<!\d)(?:1|een|één|eine?|un[ae]?|bir|jedną|jednu|одну) ?(?:min|dakika|dk\b|分|분|минут)|\b(?:kurz|brevemente|un attimo|un momento|kısa süre|chwil\w*|chvíl\w*|ненадолго)(?!\p{L})|(?:paar|qualche|quelques|unos|alguns|kilka|pár|несколько|birkaç|몇) ?(?:[Ss]e[ckg]\w*|saniye|секунд|초)|잠깐|잠시/u
