using System.Buffers.Text;
using System.Security.Cryptography;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>All that the stub knows, under one lock.</summary>
internal sealed class WorldState(StubOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _positions = [];
    private readonly Dictionary<long, string> _tokens = [];

    public StubOptions Options => options;

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public Signal Changed { get; } = new();

    public Sessions Sessions { get; } = new(options.Time, options.AccessTokenLifetime);

    public Dictionary<string, StubPerson> People { get; } = [];

    public Dictionary<string, StubRoom> Rooms { get; } = [];

    /// <summary>Alias to room.</summary>
    public Dictionary<string, StubRoom> Aliases { get; } = [];

    public Dictionary<string, StubMedia> Media { get; } = [];

    /// <summary>Event ids by device and path; a path ends in its transaction id.</summary>
    public Dictionary<(Device Device, string Path), string> Transactions { get; } = [];

    public List<Violation> Violations { get; } = [];

    public List<StubRequest> Requests { get; } = [];

    public Uri BaseUrl { get; set; } = new("http://127.0.0.1");

    /// <summary>How much has happened so far; never 0, which stands for no token at all.</summary>
    public long Position { get; private set; } = 1;

    public long Advance() => ++Position;

    public void Change(Action action)
    {
        lock (_gate)
        {
            action();
        }

        Changed.Raise();
    }

    public T Change<T>(Func<T> action)
    {
        try
        {
            return Look(action);
        }
        finally
        {
            Changed.Raise();
        }
    }

    public T Look<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    public void Breaks(string rule, string where, string detail) => Change(() => Violations.Add(new(rule, where, detail)));

    /// <summary>A position as clients get it: nothing can be read out of it, and only tokens that were given out are known.</summary>
    public string Token(long position)
    {
        if (!_tokens.TryGetValue(position, out var token))
        {
            _tokens[position] = token = "s" + Random(12);
            _positions[token] = position;
        }

        return token;
    }

    public long? PositionOf(string token) => _positions.TryGetValue(token, out var position) ? position : null;

    public static string NewEventId() => "$" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string NewRoomId(int version)
        => version >= 12 ? "!" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)) : $"!{Random(18)}:{options.ServerName}";

    public static string Random(int length) => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", length);

    /// <summary>Who bears the id. Synapse invites ids that nobody bears, so there may be nobody behind it.</summary>
    /// <exception cref="MatrixError">400 M_INVALID_PARAM: no user id.</exception>
    public StubPerson Person(string id)
    {
        if (!id.StartsWith('@') || !id.Contains(':'))
        {
            throw MatrixError.InvalidParam($"{id} is not a valid user ID");
        }

        return People.GetValueOrDefault(id) ?? new StubPerson(this, id, displayName: null);
    }

    public StubMedia AddMedia(string? name, byte[] bytes, string contentType)
    {
        var media = new StubMedia(new Uri($"mxc://{options.ServerName}/{Random(24)}"), name, bytes, contentType);
        return Change(() => Media[media.Uri.AbsolutePath[1..]] = media);
    }
}
