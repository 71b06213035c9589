using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Commoners;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;

namespace Unisson.Bot.Exporting;

/// <content>What they agreed, promised, accepted, learned and raised in missions.</content>
internal sealed partial class OwnData
{
    private async Task<Section> FramesAsync() => Section.Of("frames", await _r.Db.Frames.Where(f => f.PersonId == _me).OrderBy(f => f.Id).ToListAsync(_ct), f =>
    [
        new("mission", _missions.GetValueOrDefault(f.MissionId)), new("role", MissionChoices.Role.Labelled(f.Role)), new("scope", f.Scope), new("minutes", f.Minutes), new("terms", Flags(f.Terms, CommonerChoices.Terms)), new("how", f.How),
        new("written_by_me", f.ProposedBy == _me), new("at", f.ProposedAt), new("agreed", f.IsAgreed), new("until", f.EndedAt),
    ]);

    private async Task<Section> PledgesAsync() => Section.Of("pledges", await _r.Db.Pledges.Where(p => p.PromisedBy == _me).OrderBy(p => p.Id).ToListAsync(_ct), p =>
        [new("mission", _missions.GetValueOrDefault(p.MissionId)), new("common", _commons[p.CommonId]), new("what", p.What), new("amount", p.Amount), new("state", PledgeChoices.State.Labelled(p.State)), new("at", p.PromisedAt)]);

    private async Task<Section> AcceptancesAsync() => Section.Of("contracts", await _r.Db.Acceptances.Where(a => a.PersonId == _me).OrderBy(a => a.Id).ToListAsync(_ct), a =>
        [new("mission", a.MissionId is { } mission ? _missions.GetValueOrDefault(mission) : null), new("role", MissionChoices.Role.Labelled(a.Role)), new("at", a.At), new("until", a.ReviewOn), new("confirmed", a.ConfirmedAt)]);

    private async Task<Section> LookingBackAsync()
    {
        var lessons = await _r.Db.Lessons.Where(l => l.WrittenBy == _me).OrderBy(l => l.At).ToListAsync(_ct);
        var lookbacks = await _r.Db.Lookbacks.Where(l => l.AnsweredBy == _me).OrderBy(l => l.Id).ToListAsync(_ct);
        return new Section("learned",
        [
            .. lessons.Select(l => new List<Field> { new("mission", _missions.GetValueOrDefault(l.MissionId)), new("common", _commons[l.CommonId]), new("what", l.Learned), new("link", l.Where), new("at", l.At) }),
            .. lookbacks.Select(l => new List<Field> { new("mission", _missions.GetValueOrDefault(l.MissionId)), new("common", _commons[l.CommonId]), new("what", l.Answer is { } answer ? ClosingChoices.Answer.Labelled(answer) : null), new("note", l.Note), new("at", l.AnsweredAt) }),
        ]);
    }

    private async Task<Section> ConcernsAsync() => Section.Of("concerns", await _r.Db.Concerns.Where(c => c.PersonId == _me).OrderBy(c => c.Id).ToListAsync(_ct), c =>
        [new("mission", _missions.GetValueOrDefault(c.MissionId)), new("what", c.What), new("at", c.At), new("answered_at", c.AnsweredAt)]);
}
