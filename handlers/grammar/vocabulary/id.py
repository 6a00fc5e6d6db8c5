"""Indonesian: the words that mean something in a line."""

from __future__ import annotations

from handlers.grammar.vocabulary.debt_words import DebtWords
from handlers.grammar.vocabulary.number_words import NumberWords
from handlers.grammar.vocabulary.reply_words import ReplyWords
from handlers.grammar.vocabulary.rule_words import RuleWords
from handlers.grammar.vocabulary.sense_words import SenseWords
from handlers.grammar.vocabulary.words import Words

WORDS = Words(
    with_="dengan|dgn|sama|bareng|bersama|sm|ama|dg|bareng sama",
    for_="untuk|buat|utk|dibagi|bagi",
    between="antara|di antara",
    and_="dan|sama|dengan",
    by="dibayar oleh|dibayar|dibayarin|oleh|dibeli",
    paid=(
        "bayar|membayar|bayarin|yang bayar|yg bayar|sudah bayar|nalangin|talangin|nombokin|"
        "nombok|bayarin dulu"
    ),
    i_paid=(
        "saya bayar|aku bayar|saya yang bayar|aku yang bayar|gue bayar|gue yang bayar|"
        "dibayar saya|saya yg bayar|saya beli|aku beli|habis|aku yg bayar|aku yg bayarin|"
        "gw yg bayar|gue yg bayar|aku bayarin|gw bayar|gw bayarin|gue bayarin|"
        "aku yang bayarin|pake duitku"
    ),
    owes=(
        "utang ke|utang sama|hutang ke|hutang sama|berutang ke|berutang kepada|ngutang ke|"
        "utang|berutang|hutang"
    ),
    without="tanpa|kecuali|selain|bukan|tidak",
    everyone="semua|semuanya|semua orang|kita semua|kami semua",
    us="kita|kami",
    me="saya|aku|gue|gw",
    only="hanya|cuma|saja|aja",
    each="masing-masing|masing masing|per orang|seorang|tiap orang",
    half="setengah|separuh",
    equally="sama rata|rata|bagi rata|bagi dua|fifty-fifty|berdua|bertiga",
    rest="sisa|sisanya",
    more="lebih",
    today="hari ini|malam ini|pagi ini|tadi pagi|tadi siang|tadi sore|barusan",
    yesterday="kemarin|semalam|tadi malam",
    before_yesterday="kemarin lusa|dua hari lalu",
    plus="tambah|plus",
    units="malam|hari|minggu|orang|anak|dewasa|bagian|porsi|kali|cangkir|jam",
    extras="tip|pajak|ppn|servis|layanan|ongkir|biaya|diskon",
    less="kurang|lebih sedikit",
    double="dobel|dua kali",
    days_ago="hari lalu|hari yang lalu|hari yg lalu",
    refund=(
        "refund|pengembalian|uang kembali|uang balik|duit balik|dibalikin|dikembalikan|"
        "duit kembali|dikembaliin|di balikin|dapet refund"
    ),
    to="ke|kepada",
    from_="dari",
    things=(
        "keju|susu|gula|es|nasi|kentang|kartu|tunai|teman|keluarga|kopi|roti|saus|ayam|"
        "sambal|nonton|makan|bensin|parkir|belanja"
    ),
    thousands="rb|ribu|rebu|rban|ribuan|rbuan",
    millions="jt|juta",
    gave=(
        "kasih|ngasih|kirim|transfer|balikin|pinjamkan|meminjamkan|pinjami|kasih pinjam|tf|"
        "trf|transferin|tfin|tf-in|ngembaliin|bayar balik|tefe|qris|transferan"
    ),
    got="terima|dapat",
    on_day="pada|hari|pada hari|hr|tanggal|tgl",
    last_day="lalu|yang lalu|yg lalu|kemarin",
    part_of_day="malam|pagi|siang|sore",
    minus="minus",
    people="orang|org",
    counts=(
        "berdua,untuk dua orang,buat dua orang|bertiga,untuk tiga orang|"
        "berempat,untuk empat orang|berlima,untuk lima orang|berenam,untuk enam orang|"
        "bertujuh|berdelapan|bersembilan|bersepuluh"
    ),
    back="kembali|balik",
    add="tambah|tambahkan|tambahin|plus",
    behind_add="juga|ikut",
    remove="hapus|keluarkan|hilangkan|coret",
    before_name="si",
    gets="dapat",
    behind_by="beli|membeli|beliin|belikan",
    next_day="depan|yang akan datang",
    behind_without=(
        "tidak ikut|gak ikut|nggak ikut|ga ikut|tidak bayar|gak bayar|gak makan|ga makan|"
        "nggak makan|gak minum|ga minum|ngga ikut|g ikut|ga bayar|dia ga minum|dia gak minum|"
        "ga mau|gak mau|ga jadi ikut|gajadi ikut|ga dateng|gak dateng|gak datang|ga datang|"
        "lagi diet|puasa|ga pesen|gak pesen|ngga minum|ngga makan|nggak minum"
    ),
    fractions="1/3:sepertiga|2/3:dua pertiga|1/4:seperempat|3/4:tiga perempat",
    included="termasuk",
    week_ago="minggu lalu|minggu kemarin|seminggu lalu|seminggu yang lalu",
    weeks_ago="minggu lalu|minggu yang lalu",
    means="tunai|gopay|ovo|via transfer",
    treat="traktir|nraktir|mentraktir|yang traktir",
    treated_by="ditraktir|traktiran|ditraktir oleh",
    it_was=(
        "sebenarnya|totalnya|jadinya|harusnya|seharusnya|jadi|ternyata|jumlahnya|ubah jadi|"
        "ganti jadi|maaf"
    ),
    came_back="itu refund|ini refund|uangnya balik|uangnya kembali|uang kembali|duitnya balik",
    was_spent="bukan refund|itu bukan refund|ini bukan refund|itu pengeluaran|ini pengeluaran",
    take_back="hapus ini|hapus|hapus aja|batalkan|batalkan ini|batalin|batalin ini",
    correcting="bukan|maaf|ups|maksudku|maksud saya|koreksi|ralat",
    not_behind="gak|nggak|tidak|enggak|ga",
    called="deskripsi|keterangan",
    noted="catatan|tambah catatan",
    swap="ganti",
    swapped_for="dengan|jadi",
    instead="menggantikan",
    please="tolong|dong|bayar",
    pronouns="dia|mereka",
    polite="tolong|makasih|thanks|tq|ya|dong|plis|trims|terima kasih|ya gaes",
    greeting="hai|halo|guys|gais|gengs|eh|gan|tolong",
    record="catat|tambah|tulis|masukin|bagi|catet|input",
    did_not="gak|ga|nggak|ngga|tidak|enggak|tdk",
    i_am_out="aku gak ikut|aku ga ikut|gak ikut aku|ga ikut",
    undescribed=(
        "saya|sendiri sendiri|sendiri-sendiri|bayar sendiri|udah makan|sudah makan|"
        "udah bayar|sudah bayar|punyaku|punya aku|aku|gue|gua|gw|dia|mereka|masing masing|"
        "masing-masing|tiap orang|per orang|hutang|utang|ngutang|berhutang|kecuali|selain|"
        "kemarin|kemaren|ups|oops|ikut juga|ikutan|nggak ikut|gak ikut|ga ikut|tidak ikut|"
        "tiap bulan|setiap bulan|tiap minggu|setiap minggu|tiap hari|separuh|separo|"
        "setengahnya|lunas|minus|nggak ada yang|gak makan|ga makan|lain kali|kapan kapan|"
        "sendiri|nggak rata|gak rata|ga rata|tidak rata|tapi|bukan|balikin|dibalikin|"
        "balik duit|aku traktir|aku yang traktir|gw traktir|gue traktir|aku yg traktir|"
        "balik deposit|balik dp|balik uang|balik jaminan"
    ),
    done=(
        "gantinya|kasih|ngasih|transfer|bayarin|kartu|bagian|jatah|gratis|nraktir|ganti|"
        "dobel|doang|tanpa|bayar|nalangin|nalangi|nombok|nombokin|lebih|kurang|dikit|sedikit|"
        "minum|pesen|pesan|mesen|cuma makan|hanya makan|cuma beli|cuma ambil|cuma pesen|"
        "hanya pesan|cuma jajan"
    ),
    dangling=("sama|dari|untuk|buat|tapi|tanpa|atau|kecuali|dengan|gak|ga|nggak|tidak"),
    story="karena|karna|krn|soalnya|waktu|kalau|kalo|setelah|sebelum|biar|supaya",
)

RULES = RuleWords(
    every="tiap|setiap",
    a_day="hari|harian|sehari",
    a_week="minggu|mingguan|pekan|sepekan|seminggu",
    a_month="bulan|bulanan|sebulan",
    a_year="tahun|tahunan|setahun",
    on_date="tanggal|tgl|pada tanggal",
    first_of_month="tanggal satu|tgl satu|awal bulan",
    last_of_month="hari terakhir|akhir bulan|tanggal terakhir",
    workdays="hari kerja",
    from_day="mulai|dari|sejak",
    until="sampai|hingga",
    at_time="jam|pukul|pk",
    switched_on="nyala|ya|aktif|hidup",
    switched_off="mati|matikan|tidak|berhenti|stop",
    two="dua",
    past="lalu|kemarin|sebelumnya|yang lalu",
    present="ini",
    ever="semua|semuanya|total",
)

DEBTS = DebtWords(
    owes_me=(
        "X utang/hutang/ngutang/berutang/berhutang ke/sama/sm/kepada/ama saya/aku/gue/gw/gua/ku|"
        "X utang/hutang/ngutang/berutang/berhutang saya/aku/gue/gw/gua|"
        "X utang/hutang/ngutang/berutang/berhutang|X utangnya/hutangnya|"
        "X pinjem/pinjam/minjem/minjam/meminjam|X belum/blm bayar/balikin/ganti|"
        "X pinjem/pinjam/minjem/minjam/meminjam ke/sama/dari/dr/sm/ama saya/aku/gue/gw/gua|"
        "X pinjem/pinjam/minjem/minjam punya saya/aku/gue/gw/gua|"
        "aku/saya/gue/gw pinjemin/pinjamin/minjemin X|pinjemin/pinjamin/minjemin X|"
        "aku/saya/gue/gw nalangin/talangin X|nalangin/talangin X|aku/saya/gue/gw bayarin X|"
        "bayarin X|aku/saya/gue/gw bayarin dulu X|kamu/km/lo/lu utang/hutang ke aku/gue/gw X|"
        "X kamu/km/lo/lu utang/hutang ke aku/gue/gw|X belum balikin|X gak/ga balikin"
    ),
    i_owe=(
        "aku/saya/gue/gw/gua utang/hutang/ngutang/berutang/berhutang ke/sama/sm/kepada/ama X|"
        "aku/saya/gue/gw/gua utang/hutang/ngutang/berutang/berhutang X|"
        "aku/saya/gue/gw/gua utang/hutang/ngutang/berutang/berhutang >X|"
        "utang/hutang/ngutang/berutang/berhutang ke/sama/sm/kepada/ama X|"
        "utang/hutang/ngutang/berutang/berhutang >X|"
        "aku/saya/gue/gw/gua pinjem/pinjam/minjem/minjam/meminjam ke/sama/dari/dr/sm/ama X|"
        "pinjem/pinjam/minjem/minjam ke/sama/dari/dr/sm/ama X|"
        "aku/saya/gue/gw/gua pinjem/pinjam/minjem/minjam/meminjam ~X|"
        "pinjem/pinjam/minjem/minjam ~X|pinjem/pinjam/minjem/minjam >X|"
        "pinjem/pinjam/minjem/minjam uang/duit X|pinjem/pinjam/minjem/minjam punya X|"
        "aku/saya/gue/gw/gua pinjem/pinjam/minjem/minjam uang/duit X|"
        "aku/saya/gue/gw belum/blm bayar/ganti X|belum/blm bayar/ganti X|"
        "aku/saya/gue/gw harus bayar/ganti X|aku/saya/gue/gw harus bayar/ganti ke X|"
        "ditalangin X|ditalangin sama X|aku/saya/gue/gw ditalangin X|"
        "X bayarin/nalangin/talangin aku/saya/gue/gw|aku/saya/gue/gw dibayarin X|"
        "dibayarin dulu sama X|aku/gue/gw utang/hutang ke kamu/km/lo/lu X|"
        "X aku/gue/gw utang/hutang ke kamu/km/lo/lu|aku/gue/gw utang/hutang kamu/km/lo/lu X|"
        "X minjemin/pinjemin/pinjamin aku/saya/gue/gw"
    ),
    owes_another=(
        "X utang/hutang/ngutang/berutang/berhutang ke/sama/sm/kepada/ama Y|"
        "X utang/hutang/ngutang/berutang/berhutang Y|"
        "X utang/hutang/ngutang/berutang/berhutang >Y|"
        "X pinjem/pinjam/minjem/minjam/meminjam ke/sama/dari/dr/sm/ama Y|"
        "X pinjem/pinjam/minjem/minjam/meminjam ~Y|Y bayarin/nalangin/talangin X|"
        "X pinjem/pinjam/minjem/minjam/meminjam >Y|Y minjemin/pinjemin/pinjamin X"
    ),
    unclear="utang/hutang X|pinjem/pinjam/minjem/minjam X",
    still=(
        "masih|msh|dulu|dl|juga|lagi|duit|uang|cuma|kemaren|ada|punya|yang|yg|ya|udah|sih|"
        "nih|sudah|udh|tadi|td|barusan|kmrn"
    ),
    already="sudah|udah|udh|tadi|td|barusan|kmrn",
    we_owe="kita/kami utang/hutang >X|kita/kami utang/hutang ke/sama X",
)

NUMBERS = NumberWords(
    numbers=(
        "2:dua|3:tiga|4:empat|5:lima|6:enam|7:tujuh|8:delapan|9:sembilan|10:sepuluh,puluh|"
        "100:seratus,ratus|1000:seribu|1000000:sejuta|5000:goceng|10000:ceban|50000:gocap"
    ),
    half="setengah",
    cents="sen",
)

SENSES = SenseWords(
    totals="total|jumlah",
    of="dari",
    reductions="diskon",
    or_="atau",
    also_things="minggu",
    own_things=("tiket|bagian|makan|makanan|kopi|bir|grab|gojek|ojek|obat|denda|jatah"),
    returnable="deposit|depositnya|jaminan|dp|panjar|depo",
    gifts="kado|hadiah",
    presents="kado|hadiah|kue",
    returned="dikembalikan|dibalikin",
)

REPLIES = ReplyWords(
    instead=(
        "bukan X , (tapi |)Y",
        "bukan X tapi Y",
    ),
    each_part=(
        "X masing-masing N",
        "masing-masing N (untuk |)X",
    ),
    joins=(
        "(kamu |kita |aku |)lupa X",
        "kurang X",
        "X juga ikut",
    ),
    when=("(ini |itu |)(tadi |)~",),
    take_back=("(tolong |)(hapus|hapusin|batalkan|batalin)( ini| itu| aja| dong| ya)*",),
    reasons=("salah|keliru|dobel|sudah|udah|tes|kepencet|ga sengaja"),
    never=("jangan|kenapa|siapa|kalau"),
    openings=("eh|oh|maaf|sori|bukan|tunggu|sebenarnya|tapi|tolong|aduh|dan"),
    closings=("ya|dong|maaf|sori|haha|makasih|sebenarnya|deh|kok"),
    of_changes=(
        "hapus|hapusin|salah|keliru|betulkan|perbaiki|ubah|ganti|bayar|bayarin|dibayar|"
        "membayar|bagi|dibagi|patungan|bagian|setengah|separuh|utang|hutang|jumlah|harga|"
        "total|tip|lupa|kurang|tanpa|semua|mata uang|tanggal|tambah|tambahin|keluarkan|dobel|"
        "batalkan"
    ),
    chatting=(
        "makasih|terima kasih|thanks|haha|wkwk|wkwkwk|mantap|keren|enak|asik|sip|oke|selamat|"
        "hehe|seru"
    ),
)
