"""The names of days and months by language, as CLDR has them.

Written down, as Babel would load megabytes to tell them; a test holds them against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """One language's names: days from Monday on, months from January on, separated by `|`.

    A month has several by spaces: the whole one and a short one, behind a day and by itself.
    """

    days: str
    short_days: str
    months: str


CALENDAR: Final[Mapping[str, CalendarNames]] = {
    "en": CalendarNames(
        days="Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday",
        short_days="Mon|Tue|Wed|Thu|Fri|Sat|Sun",
        months=(
            "January Jan|February Feb|March Mar|April Apr|May|June Jun|July Jul|August Aug|"
            "September Sep|October Oct|November Nov|December Dec"
        ),
    ),
    "hi": CalendarNames(
        days="सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार",
        short_days="सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि",
        months=(
            "जनवरी जन॰|फ़रवरी फ़र॰|मार्च|अप्रैल|मई|जून|जुलाई जुल॰|अगस्त अग॰|सितंबर सित॰|"
            "अक्टूबर अक्टू॰|नवंबर नव॰|दिसंबर दिस॰"
        ),
    ),
    "es": CalendarNames(
        days="lunes|martes|miércoles|jueves|viernes|sábado|domingo",
        short_days="lun|mar|mié|jue|vie|sáb|dom",
        months=(
            "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|"
            "agosto ago|septiembre sept|octubre oct|noviembre nov|diciembre dic"
        ),
    ),
    "pt_BR": CalendarNames(
        days="segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo",
        short_days="seg|ter|qua|qui|sex|sáb|dom",
        months=(
            "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|"
            "agosto ago|setembro set|outubro out|novembro nov|dezembro dez"
        ),
    ),
    "de": CalendarNames(
        days="Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag",
        short_days="Mo|Di|Mi|Do|Fr|Sa|So",
        months=(
            "Januar Jan|Februar Feb|März Mär|April Apr|Mai|Juni Jun|Juli Jul|August Aug|"
            "September Sept Sep|Oktober Okt|November Nov|Dezember Dez"
        ),
    ),
    "fr": CalendarNames(
        days="lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",
        short_days="lun|mar|mer|jeu|ven|sam|dim",
        months=(
            "janvier janv|février févr|mars|avril avr|mai|juin|juillet juil|août|"
            "septembre sept|octobre oct|novembre nov|décembre déc"
        ),
    ),
    "it": CalendarNames(
        days="lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica",
        short_days="lun|mar|mer|gio|ven|sab|dom",
        months=(
            "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|"
            "luglio lug|agosto ago|settembre set|ottobre ott|novembre nov|dicembre dic"
        ),
    ),
    "ru": CalendarNames(
        days="понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",
        short_days="пн|вт|ср|чт|пт|сб|вс",
        months=(
            "января янв январь|февраля февр февраль|марта мар март|апреля апр апрель|"
            "мая май|июня июн июнь|июля июл июль|августа авг август|сентября сент сентябрь|"
            "октября окт октябрь|ноября нояб ноябрь|декабря дек декабрь"
        ),
    ),
    "uk": CalendarNames(
        days="понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя",
        short_days="пн|вт|ср|чт|пт|сб|нд",
        months=(
            "січня січ січень|лютого лют лютий|березня бер березень|квітня квіт квітень|"
            "травня трав травень|червня черв червень|липня лип липень|серпня серп серпень|"
            "вересня вер вересень|жовтня жовт жовтень|листопада лист листопад|"
            "грудня груд грудень"
        ),
    ),
    "tr": CalendarNames(
        days="Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar",
        short_days="Pzt|Sal|Çar|Per|Cum|Cmt|Paz",
        months=(
            "Ocak Oca|Şubat Şub|Mart Mar|Nisan Nis|Mayıs May|Haziran Haz|Temmuz Tem|"
            "Ağustos Ağu|Eylül Eyl|Ekim Eki|Kasım Kas|Aralık Ara"
        ),
    ),
    "id": CalendarNames(
        days="Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu",
        short_days="Sen|Sel|Rab|Kam|Jum|Sab|Min",
        months=(
            "Januari Jan|Februari Feb|Maret Mar|April Apr|Mei|Juni Jun|Juli Jul|"
            "Agustus Agu|September Sep|Oktober Okt|November Nov|Desember Des"
        ),
    ),
    "ar": CalendarNames(
        days="الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
        short_days="الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد",
        months="يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    ),
}
