using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Frames.FrameFields;

namespace Unisson.Bot.Frames;

/// <summary>What a line did to scope and terms.</summary>
internal enum FrameSaid
{
    Nothing,

    /// <summary>It waits for the other side.</summary>
    Proposed,

    /// <summary>Both sides said yes.</summary>
    Agreed,
}

/// <summary>Scope and terms of one holder, between the holder and the others of the team who can agree for it.</summary>
internal sealed class Framing
{
    private readonly Request _r;
    private readonly Mission _mission;
    private readonly Person _person;
    private readonly RoleKind _role;
    private readonly List<Frame> _frames;
    private readonly Call? _call;

    private readonly string _typed;

    /// <param name="typed">How a line names the person.</param>
    private Framing(Request r, Mission mission, Person person, RoleKind role, List<Frame> frames, Call? call, string typed)
        => (_r, _mission, _person, _role, _frames, _call, _typed) = (r, mission, person, role, frames, call, typed);

    private bool IsOwn => _person.Id == _r.Caller.PersonId;

    private Frame? Waiting => _frames.FindLast(f => !f.IsAgreed);

    private Frame? Holds => _frames.FindLast(f => f.IsAgreed);

    public static async Task<Framing> OfAsync(Request r, Mission mission, Person person, RoleKind role, CancellationToken ct)
    {
        var frames = (await r.Db.FramesAsync(mission, ct)).FindAll(f => f.PersonId == person.Id && f.Role == role);
        var typed = await r.TypedAsync(new() { [person.Id] = person.Name }, ct);
        return new Framing(r, mission, person, role, frames, await FindingFrames.CallOfAsync(r.Db, mission, person.Id, role, ct), typed[person.Id]);
    }

    /// <summary>Takes what the line says of scope and terms; a line that says nothing agrees to what waits for this side.</summary>
    public Result<FrameSaid> Take()
    {
        if (!_r.SaysAnything())
        {
            return Agree();
        }

        var basis = Waiting ?? Holds;
        if ((_r.Text(Fields.Scope) ?? basis?.Scope) is not { } scope)
        {
            return new Refusal("frame.scope", _person.Name) { Mend = _r.Line.With(Fields.Scope.Name.English, CommandLine.Blank) };
        }

        var frame = new Frame
        {
            CommunityId = _mission.CommunityId,
            MissionId = _mission.Id,
            PersonId = _person.Id,
            Role = _role,
            Scope = scope,
            Minutes = _r.Given(Fields.Hours, out var hours) ? (int)hours.TotalMinutes : basis?.Minutes ?? _call?.Minutes,
            Terms = _r.Given(Fields.Terms, out var terms) ? terms : basis?.Terms ?? _call?.Terms ?? Terms.None,
            How = _r.Text(Fields.How) ?? basis?.How,
            ProposedBy = _r.Caller.PersonId,
            ProposedAt = _r.Now,
        };
        if (basis is not null && Same(basis, frame) && (basis.IsAgreed || basis.ProposedBy == _r.Caller.PersonId))
        {
            return new Refusal("frame.same", _person.Name, _mission.ShortTitle, _mission.Label);
        }

        if (Waiting is { } waiting && Same(waiting, frame))
        {
            return Agree();
        }

        Waiting?.EndedAt = _r.Now;
        _r.Db.Frames.Add(frame);
        _frames.Add(frame);
        SayYes(frame);
        return FrameSaid.Proposed;
    }

    /// <summary>The yes of the caller's side to what waits for it.</summary>
    public FrameSaid Agree()
    {
        if (Waiting is not { } frame || !CanAgree(frame))
        {
            return FrameSaid.Nothing;
        }

        Holds?.EndedAt = _r.Now;
        SayYes(frame);
        Journal.Write(_r.Db, _mission, _person.Id, Journal.Framed, MissionChoices.Role.English(_role), _r.Now);
        return FrameSaid.Agreed;
    }

    /// <summary>The other side hears of it, in private.</summary>
    /// <param name="chosen">The person was chosen for the role by the same line.</param>
    public async Task TellAsync(bool chosen, FrameSaid said, CancellationToken ct)
    {
        if (!IsOwn && (chosen || said != FrameSaid.Nothing))
        {
            var note = chosen && _call is not null ? await CommonNote.BeforeTakingAsync(_r.Db, _call, _person.Id, await Outbox.SayToAsync(_r.Db, _person.Id, _mission.CommunityId, _r.Now, ct), ct) : null;
            await TellingTeam.TellAtOnceAsync(_r.Db, _mission, [_person.Id], say => ToHolder(say, chosen, said, note), _r.Now, ct);
        }
        else if (IsOwn && said != FrameSaid.Nothing)
        {
            await TellingTeam.TellAtOnceAsync(_r.Db, _mission, Agreeing(), say => ToTeam(say, said), _r.Now, ct);
        }
    }

    public Reply Answer(bool chosen, FrameSaid said)
    {
        var role = MissionChoices.Role.Labelled(_role);
        var first = said == FrameSaid.Agreed ? _r.Say["frame.agreed", _person.Name, _mission.ShortTitle, _mission.Label]
            : chosen && !IsOwn ? _r.Say["assign.chosen", _person.Name, role, _mission.ShortTitle, _mission.Label]
            : chosen ? _r.Say["assign.chosen-self", role, _mission.ShortTitle, _mission.Label]
            : IsOwn ? _r.Say[Agreeing().Any() ? "frame.proposed-own" : "frame.proposed-alone", _mission.ShortTitle, _mission.Label]
            : _r.Say["frame.proposed", _person.Name, _mission.ShortTitle, _mission.Label];
        return new Reply(first)
        {
            Lines = [.. Lines()],
            Actions = chosen && IsOwn && _mission.Holds(_person.Id, _role) is { } holder ? [FrameActions.Take.On(holder.Id, _r.Say)] : [MissionActions.Show.On(_mission.Id, _r.Say)],
        };
    }

    /// <summary>What is agreed or waits, as the caller's answer says it; else the line that writes it.</summary>
    public IEnumerable<string> Lines() => (Waiting ?? Holds) is { } frame ? FrameWords.Lines(frame, _r.Say)
        : [_r.Say["assign.frame-next"], FrameActions.Line(_r, _mission, _typed, _role)];

    /// <summary>Those who can agree for the team.</summary>
    private IEnumerable<long> Agreeing() => _mission.Holders.Where(h => h.PersonId != _person.Id && h.Holding == Holding.Active && h.Role is RoleKind.Coordinator or RoleKind.GuarantorConnector).Select(h => h.PersonId).Distinct();

    private bool CanAgree(Frame frame) => IsOwn ? frame.HolderAt is null : frame.TeamAt is null && _mission.Leads(_r.Caller);

    private void SayYes(Frame frame)
    {
        if (IsOwn)
        {
            frame.HolderAt = _r.Now;
        }
        else
        {
            (frame.TeamBy, frame.TeamAt) = (_r.Caller.PersonId, _r.Now);
        }
    }

    private Reply ToHolder(Say say, bool chosen, FrameSaid said, string? note)
    {
        var (frame, holder) = (Waiting ?? Holds, _mission.Holds(_person.Id, _role)!);
        var key = said == FrameSaid.Agreed ? "frame.told-agreed" : chosen ? "assign.told" : "frame.told";
        return new Reply(say[key, _r.Caller.Name.Cut(32), MissionChoices.Role.Labelled(_role), _mission.ShortTitle, _mission.Label])
        {
            Lines = [.. chosen ? RoleCard.Lines(_role, say) : [], .. frame is null ? [] : FrameWords.Lines(frame, say), .. note is null ? [] : new[] { note }, .. said == FrameSaid.Agreed ? [] : new[] { say["frame.free"] }],
            Actions = said == FrameSaid.Agreed ? [MissionActions.Show.On(_mission.Id, say)] : [(chosen ? FrameActions.Take : FrameActions.Agree).On(holder.Id, say), FrameActions.No.On(holder.Id, say)],
            Loudness = said == FrameSaid.Agreed ? Loudness.Quiet : Loudness.Ping,
        };
    }

    private Reply ToTeam(Say say, FrameSaid said)
    {
        var key = said == FrameSaid.Agreed ? "frame.team-agreed" : "frame.team-told";
        return new Reply(say[key, _person.Name.Cut(32), MissionChoices.Role.Labelled(_role), _mission.ShortTitle, _mission.Label])
        {
            Lines = [.. (Waiting ?? Holds) is { } frame ? FrameWords.Lines(frame, say) : []],
            Actions = said == FrameSaid.Agreed ? [MissionActions.Show.On(_mission.Id, say)] : [FrameActions.AgreeFor.On(_mission.Holds(_person.Id, _role)!.Id, say), MissionActions.Show.On(_mission.Id, say)],
            Loudness = said == FrameSaid.Agreed ? Loudness.Quiet : Loudness.Ping,
        };
    }

    private static bool Same(Frame a, Frame b) => (a.Scope, a.Minutes, a.Terms, a.How) == (b.Scope, b.Minutes, b.Terms, b.How);
}
