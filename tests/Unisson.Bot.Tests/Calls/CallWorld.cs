using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;

namespace Unisson.Bot.Tests.Calls;

internal enum Deed
{
    Open,
    Wait,
    Yes,
    No,
    Pause,
    Hours,
    Asks,
}

internal sealed record Step(Deed Deed, int A, int B);

/// <summary>One ask as it was made, with the facts recounted from the whole record rather than from sums.</summary>
internal sealed record Asked(
    long PersonId, int Call, int Minutes, int Promised, int Held, int Capacity, double Fatigue, bool Urgent, bool Paused, int AsksBefore, int Allowed, int OfCommon, bool Before);

/// <summary>A small community with one common, whose calls interleave; it asks whomever the plans name.</summary>
internal sealed class CallWorld
{
    public const int CommonBudget = 8;

    private const int People = 6;

    private readonly List<PlanCall> _calls = [];
    private readonly List<Ask> _asks = [];
    private readonly int[] _capacity = [60, 120, 240, 240, 480, 960];
    private readonly int[] _allowed = [2, 4, 4, 8, 8, 30];
    private readonly bool[] _paused = new bool[People];
    private readonly AskHistory[] _history = new AskHistory[People];
    private long _now;

    public List<Asked> Log { get; } = [];

    public static List<Asked> Live(IEnumerable<Step> steps)
    {
        var world = new CallWorld();
        foreach (var step in steps)
        {
            world.Do(step);
            world.PlanAll();
        }

        return world.Log;
    }

    private void Do(Step step)
    {
        var person = step.A % People;
        switch (step.Deed)
        {
            case Deed.Open:
                _calls.Add(new PlanCall { Places = 1 + step.A % 4, Minutes = 30 * (1 + step.B % 6), Opened = _now, Deadline = _now + (step.A % 3 == 0 ? 360 : 2520) });
                break;
            case Deed.Wait:
                _now += 1 + step.A * step.B;
                break;
            case Deed.Pause:
                _paused[person] = !_paused[person];
                break;
            case Deed.Hours:
                _capacity[person] = 60 * (step.B % 17);
                break;
            case Deed.Asks:
                _allowed[person] = step.B % 9;
                break;
            default:
                Answer(step.A, step.Deed == Deed.Yes);
                break;
        }
    }

    private void Answer(int which, bool yes)
    {
        var open = _asks.FindAll(a => IsOpen(a));
        if (open.Count == 0)
        {
            return;
        }

        var ask = open[which % open.Count];
        ask.Yes = yes;
        _history[ask.Person] = _history[ask.Person].Answered(_now - ask.At, yes);
        if (yes)
        {
            _calls[ask.Call] = _calls[ask.Call] with { Filled = _calls[ask.Call].Filled + 1 };
        }
    }

    private void PlanAll()
    {
        for (var c = 0; c < _calls.Count; c++)
        {
            var call = _calls[c] with
            {
                OpenAsks = [.. _asks.Where(a => a.Call == c && IsOpen(a)).Select(a => new OpenAsk(a.Person, a.At, a.Chance, _history[a.Person]))],
                BudgetLeft = CommonBudget - _asks.Count,
            };
            foreach (var planned in Plan.For(call, [.. Enumerable.Range(0, People).Select(p => Facts(p, c))], _now).Asks)
            {
                Send(c, call, planned);
            }
        }
    }

    private Candidate Facts(int p, int call) => new(p, 1 + p % 3, _capacity[p])
    {
        CommittedMinutes = Promised(p),
        ReservedMinutes = Held(p),
        AcceptedMinutes = Promised(p),
        History = _history[p],
        Bars = (_paused[p] ? Bars.Paused : Bars.None) | (_asks.Exists(a => a.Person == p && a.Call == call) ? Bars.AlreadyAsked : Bars.None),
        AsksAllowed = _allowed[p],
        AsksThisMonth = _asks.Count(a => a.Person == p),
    };

    private void Send(int c, PlanCall call, PlannedAsk planned)
    {
        var p = (int)planned.PersonId;
        var fatigue = _asks.Where(a => a.Person == p).Sum(a => Math.Exp(-(_now - a.At) / (14.0 * WakingTime.Day)));
        var mine = _asks.Count(a => a.Person == p);
        var before = _asks.Exists(a => a.Person == p && a.Call == c);
        Log.Add(new(p, c, call.Minutes, Promised(p), Held(p), _capacity[p], fatigue, call.IsUrgent, _paused[p], mine, _allowed[p], _asks.Count, before));
        _history[p] = _history[p].Asked(_now, 1 + p % 3);
        _asks.Add(new Ask(p, c, _now, planned.Chance));
    }

    private int Promised(int p) => _asks.Where(a => a.Person == p && a.Yes == true).Sum(a => _calls[a.Call].Minutes);

    private int Held(int p) => _asks.Where(a => a.Person == p && IsOpen(a)).Sum(a => _calls[a.Call].Minutes);

    private bool IsOpen(Ask ask) => ask.Yes is null && _calls[ask.Call] is var call && call.Filled < call.Places && _now < call.Deadline;

    private sealed record Ask(int Person, int Call, long At, double Chance)
    {
        public bool? Yes { get; set; }
    }
}
