using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Unisson.Matrix.Homeservers;

/// <summary>Ports on the loopback interface that nobody listens on.</summary>
internal static class Ports
{
    /// <summary>A free port below those that the system gives to outgoing connections, so that a restart finds it free again.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(20_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
                continue;
            }
        }
    }
}
