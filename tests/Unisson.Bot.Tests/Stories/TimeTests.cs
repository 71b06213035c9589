using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>What comes by itself, at each door: a reminder, its snooze and repetition, a countdown, a digest, and the morning after an outage.</summary>
public sealed class TimeTests
{
    public static TheoryData<string, bool> Doors => Stage.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_comes_when_it_should(string door, bool isFrench)
    {
        await using var s = await Stage.SetAsync(door, isFrench, "claire", "bob");
        await s.SetUpAsync();
        await s.FirstContactAsync("claire");
        await s.FirstContactAsync("bob");
        await s.SayAsync("claire", "setup channel", "espace salon", ("use", "usage", s.T("Digest", "Récap")), ("channel", "salon", s.CommonsChannel));

        // A reminder, said back with its date; it comes at its minute, is put off, comes again, and is done.
        var at = s.At("2026-11-25T18:00:00+01:00", "Wednesday 25 November 2026 at 18:00", "mercredi 25 novembre 2026 à 18 h");
        s.Says($"R1 is noted: I will remind you on {at}", $"R1 est noté : je te le rappellerai {at}",
            await s.SayAsync("claire", "reminder add", "rappel ajouter", ("when", "quand", s.T("tomorrow 6pm", "demain 18h")), ("what", "quoi", s.T("send the quote", "envoyer le devis"))));
        await s.PassUntilAsync("2026-11-25T18:00:00+01:00");
        s.Says("Reminder: send the quote.", "Rappel : envoyer le devis.", await s.HearAsync("claire", s.T("Reminder: send", "Rappel : envoyer")));
        at = s.At("2026-11-25T19:00:00+01:00", "Wednesday 25 November 2026 at 19:00", "mercredi 25 novembre 2026 à 19 h");
        s.Says($"R1 is put off: I will remind you on {at}", $"R1 est reporté : je te le rappellerai {at}", await s.TapAsync("claire", s.T("Reminder: send", "Rappel : envoyer"), s.T("Snooze", "Plus tard")));
        await s.PassUntilAsync("2026-11-25T19:01:00+01:00");
        await s.HearAsync("claire", s.T("Reminder: send", "Rappel : envoyer"), isNew: true);
        s.Says("R1 is done: send the quote.", "R1, c’est fait : envoyer le devis.", await s.TapAsync("claire", s.T("Reminder: send", "Rappel : envoyer"), s.T("Done", "Fait")));

        // One that comes each week, and tells when the next one is.
        at = s.At("2026-11-26T09:00:00+01:00", "Thursday 26 November 2026 at 9:00", "jeudi 26 novembre 2026 à 9 h");
        s.Says($"R2 is noted: every Thursday at 9:00. Next on {at}", $"R2 est noté : tous les jeudis à 9 h. Prochaine fois {at}",
            await s.SayAsync("claire", "reminder add", "rappel ajouter", ("when", "quand", s.T("every Thursday 9am", "chaque jeudi 9h")), ("what", "quoi", s.T("water", "arroser"))));

        // Words that two people read differently: one tap says which, and the calendar file has what was meant.
        at = s.At("2026-12-04T09:00:00+01:00", "Friday 4 December 2026 at 9:00", "vendredi 4 décembre 2026 à 9 h");
        s.Says("“next Friday", "« vendredi prochain", await s.SayAsync("claire", "reminder add", "rappel ajouter", ("when", "quand", s.T("next Friday", "vendredi prochain")), ("what", "quoi", s.T("reread", "relire"))));
        s.Says($"R3 is noted: I will remind you on {at}", $"R3 est noté : je te le rappellerai {at}", await s.ChooseAsync("claire", s.T("Friday 4 December at 9:00", "vendredi 4 décembre à 9 h")));
        s.Says("Here is your calendar: 2 reminders and 0 deadlines of missions", "Voici ton agenda : 2 rappels et 0 remise de mission", await s.SayAsync("claire", "reminder list", "rappel liste", ("format", "format", s.T("Calendar", "Agenda"))));
        var calendar = await s.FileAsync("claire", "unisson.ics");
        Assert.Contains($"SUMMARY:{s.T("reread", "relire")}", calendar, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Paris:20261204T090000", calendar, StringComparison.Ordinal);
        Assert.Contains("RRULE:FREQ=WEEKLY;BYDAY=TH", calendar, StringComparison.Ordinal);
        await s.SayAsync("claire", "reminder change", "rappel changer", ("reminder", "rappel", "R3"), ("to", "vers", s.T("Cancel", "Annuler")));
        await s.PassUntilAsync("2026-11-26T09:00:00+01:00");
        at = s.At("2026-12-03T09:00:00+01:00", "Thursday 3 December at 9:00", "jeudi 3 décembre à 9 h");
        s.Says($"R2 is done: water. Next on {at}.", $"R2, c’est fait : arroser. Prochaine fois {at}.", await s.TapAsync("claire", s.T("Reminder: water", "Rappel : arroser"), s.T("Done", "Fait")));

        // A deadline counts down for the team; who coordinates reads on Monday who joined.
        await s.SayAsync("claire", "mission open", "mission ouvrir", ("title", "titre", "Lons"), ("deadline", "limite", s.T("3 December", "3 décembre")));
        await s.SayAsync("bob", "mission join", "mission rejoindre", ("mission", "mission", "M1"), ("role", "rôle", s.T("Provider", "Prestataire")), ("as", "comme", s.T("Shadowing", "En binôme")));
        await s.PassUntilAsync("2026-11-30T09:00:00+01:00");
        var digest = await s.HearAsync("claire", s.T("Jura third places, your", "Jura, ta"));
        s.Says("Jura third places, your week: one mission open, one deadline on Thursday, one reminder on Thursday and one piece of news.", "Jura, ta semaine : une mission ouverte, une remise jeudi, un rappel jeudi et une nouvelle.", digest);
        Assert.Contains(s.T("bob would like to shadow in Lons (M1): Provider.", "bob aimerait suivre en binôme Lons (M1) : Prestataire."), digest, StringComparison.Ordinal);
        s.Says("Jura third places, this week: one mission open and one deadline.", "Jura, cette semaine : une mission ouverte et une remise.", await s.ReadAsync(s.CommonsChannel, s.T("Jura third places, this", "Jura, cette")));
        await s.PassUntilAsync("2026-12-01T09:00:00+01:00");
        s.Says("Lons (M1): due on Thursday 3 December, in 2 days.", "Lons (M1) : remise le jeudi 3 décembre, dans 2 jours.", await s.HearAsync("bob", "Lons (M1)"));

        // Down over the last day: one message tells what was missed, and one tap settles it.
        await s.SayAsync("claire", "reminder add", "rappel ajouter", ("when", "quand", s.T("tomorrow 3pm", "demain 15h")), ("what", "quoi", s.T("call Bob", "appeler Bob")));
        await s.PassUntilAsync("2026-12-01T10:00:00+01:00");
        await s.OutageAsync(TimeSpan.FromDays(2));
        var back = await s.HearAsync("claire", s.T("I was offline", "J’étais hors ligne"));
        s.Says("I was offline from Tuesday to Thursday. Here, in one message, is what was waiting for you.", "J’étais hors ligne de mardi à jeudi. Voici, en un seul message, ce qui t’attendait.", back);
        Assert.Contains(s.T("(past) · call Bob", "(passé) · appeler Bob"), back, StringComparison.Ordinal);
        s.Says("Noted for", "C’est noté pour", await s.TapAsync("claire", s.T("I was offline", "J’étais hors ligne"), s.T("All of it is done", "Tout est fait")));
    }
}
