using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>What survives a lost connection: the events of a bot's shard, to be replayed at RESUME.</summary>
internal sealed class GatewaySession(string id, int shard, int shards, int intents)
{
    private readonly List<string> _events = [];

    public string Id => id;

    public int Shard => shard;

    public int Shards => shards;

    public int Intents => intents;

    /// <summary>Number of the last event; the first has 1.</summary>
    public int Sequence => _events.Count;

    /// <summary>None while the bot is away.</summary>
    public GatewayConnection? Connection { get; set; }

    /// <summary>Stores an event and sends it if somebody listens.</summary>
    public void Dispatch(string name, JsonNode data)
    {
        var frame = new JsonObject { ["op"] = 0, ["s"] = Sequence + 1, ["t"] = name, ["d"] = data }.ToJsonString(Wire.Json);
        _events.Add(frame);
        Connection?.Send(frame);
    }

    /// <summary>Sends again all that came after <paramref name="sequence"/>.</summary>
    public void Replay(int sequence)
    {
        foreach (var frame in _events.Skip(sequence))
        {
            Connection?.Send(frame);
        }
    }

    /// <summary>The last event as it went out, for a test that doubles it.</summary>
    public string Last => _events[^1];

    /// <summary>Counts an event that is lost on the way unless the bot resumes.</summary>
    public void Lose(string name, JsonNode data)
    {
        var connection = Connection;
        Connection = null;
        Dispatch(name, data);
        Connection = connection;
    }
}
